/** One trial a person, for ever. */

/** How addresses are compared for the trial: lower case, without a `+tag`. */
export function trialAddress(email: string): string {
  const lower = email.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  const local = lower.slice(0, at).split('+')[0] ?? '';
  return `${local}${lower.slice(at)}`;
}

/** How many days of trial this purchase comes with. */
export function trialDaysFor(plan: { trialDays: number }, hasHadTrial: boolean): number {
  return hasHadTrial ? 0 : plan.trialDays;
}
