/** Cards to pay with: Stripe's test numbers by what they do, and good ones that nobody else has. */

export const cards = {
  good: '4242424242424242',
  /** Refused at once. */
  declined: '4000000000000002',
  /** Is saved, and refused at every charge. */
  refusing: '4000000000000341',
  /** Asks for 3-D Secure once, when it is saved. */
  challenging: '4000002500003155',
  /** Asks for 3-D Secure at every charge. */
  alwaysChallenging: '4000002760003184',
  /** Is charged, and then disputed. */
  disputing: '4000000000000259',
} as const;

let made = 0;

/** A good card that nobody used before: one card has one trial. */
export function freshCard(): string {
  made += 1;
  const digits = `41${String(process.pid % 100_000).padStart(5, '0')}${String(made).padStart(8, '0')}`;
  return digits + checkDigit(digits);
}

/** Luhn's. */
function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, position) => {
    const value = Number(digit) * (position % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
