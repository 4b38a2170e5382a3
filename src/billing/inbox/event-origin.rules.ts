/** Whether an event comes from the world that we bill in. */

/** Why an event is not meant for us. */
export type Misdirection = 'other-mode' | 'other-account';

/**
 * Stripe names an account only on what happened in a connected one; what happens in one's own names none.
 * @param mode of our key; null where it does not say, and then nothing is judged by it
 */
export function misdirectionOf(
  { isLive, account }: { isLive: boolean | null; account: string | null },
  mode: 'live' | 'test' | null,
): Misdirection | null {
  if (account !== null) return 'other-account';
  if (isLive === null || mode === null) return null;
  return isLive === (mode === 'live') ? null : 'other-mode';
}
