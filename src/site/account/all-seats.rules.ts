/** What a membership costs with all of its seats: the sum that is charged, and so the one that a page tells. */

interface Amount {
  /** In the currency's minor unit (cents). */
  amount: number;
}

interface Held<Price extends Amount, Change extends { price: Price }> {
  seats: number;
  price: Price | null;
  change: Change | null;
}

export function forAllSeats<Price extends Amount>(price: Price, seats: number): Price {
  return { ...price, amount: price.amount * seats };
}

/** The same membership, with each price for all of its seats. */
export function chargedInAll<
  Price extends Amount,
  Change extends { price: Price },
  Membership extends Held<Price, Change>,
>(membership: Membership): Membership {
  const { price, change, seats } = membership;
  return {
    ...membership,
    price: price && forAllSeats(price, seats),
    change: change && { ...change, price: forAllSeats(change.price, seats) },
  };
}
