/** Stripe's seconds and expandable fields, in our terms. */

export const instant = (seconds: number): Date => new Date(seconds * 1000);

export const instantOrNull = (seconds: number | null | undefined): Date | null =>
  seconds == null ? null : instant(seconds);

/** An expandable field's id, whether or not it was expanded. */
export const idOf = (field: string | { id: string } | null | undefined): string | null =>
  typeof field === 'string' ? field : (field?.id ?? null);
