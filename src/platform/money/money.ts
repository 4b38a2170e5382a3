/** An amount of money in its currency's minor unit, as Stripe and the books hold it. */
export interface Money {
  /** Cents for usd, yen for jpy, thousandths for kwd. */
  readonly amount: number;
  /** ISO 4217, lower case. */
  readonly currency: string;
}
