/** One trial a person, for ever. */

const day = 24 * 60 * 60 * 1000;

/** How addresses are compared for the trial: lower case, without a `+tag`. */
export function trialAddress(email: string): string {
  const lower = email.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  const [local, ...tags] = lower.slice(0, at).split('+');
  // An address may be nothing but a tag: then everybody else's of that domain is another person's.
  return `${local === '' ? `+${tags.join('+')}` : local}${lower.slice(at)}`;
}

/** How many days of trial this purchase comes with. */
export function trialDaysFor(plan: { trialDays: number }, hasHadTrial: boolean): number {
  return hasHadTrial ? 0 : plan.trialDays;
}

/** The longest time before its end at which anybody is reminded of it, in milliseconds. */
export const reminderLead = 4 * day;

/** When to remind somebody that her trial ends: four days before, in a short one at half-time. */
export function trialReminderDueAt(trial: { startedAt: Date; endsAt: Date }): Date {
  const length = trial.endsAt.getTime() - trial.startedAt.getTime();
  const lead = length > reminderLead ? reminderLead : length / 2;
  return new Date(trial.endsAt.getTime() - lead);
}
