/** How money leaves the API. */
export class MoneyView {
  /** In the currency's minor unit (cents). */
  amount: number;
  /** ISO 4217, lower case. */
  currency: string;
}
