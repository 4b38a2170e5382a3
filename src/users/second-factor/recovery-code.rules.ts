/** What a recovery code looks like: easy to type from paper, and beyond guessing. */

export const recoveryCodes = 10;

/** 120 bits, in letters of five bits each. */
export const recoveryCodeBytes = 15;
const length = (recoveryCodeBytes * 8) / 5;

/** Crockford's base 32: no letter of it is taken for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const looksAlike: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** @param random as many bytes as a code holds */
export function writeRecoveryCode(random: Uint8Array): string {
  const bits = [...random].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const code = (bits.match(/.{5}/g) ?? []).map((five) => letters.charAt(Number.parseInt(five, 2)));
  return (code.join('').match(/.{4}/g) ?? []).join('-');
}

/** @returns the code as it was written, however she typed it; null for what is none */
export function readRecoveryCode(typed: string): string | null {
  const plain = [...typed.replace(/[\s-]/g, '').toUpperCase()]
    .map((letter) => looksAlike[letter] ?? letter)
    .join('');
  if (plain.length !== length || [...plain].some((letter) => !letters.includes(letter)))
    return null;
  return (plain.match(/.{4}/g) ?? []).join('-');
}
