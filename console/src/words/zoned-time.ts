/** Turns what stands in a date-and-time field into an instant, and back, in the publication's time zone. */

const parts = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });

/** Like `2026-11-23T07:55`, as `<input type="datetime-local">` has it. */
export function wallTime(instant: Date, timeZone: string): string {
  const found = new Map(
    parts(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/**
 * Of an hour that comes twice, in autumn, the first; one that does not come, in spring, moves on by what is left out.
 * @returns null where it is no time
 */
export function instantOf(local: string, timeZone: string): Date | null {
  const asUtc = Date.parse(`${local}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) || Number.isNaN(asUtc)) return null;
  const offsetAt = (time: number): number =>
    Date.parse(`${wallTime(new Date(time), timeZone)}Z`) - Math.floor(time / 60_000) * 60_000;
  const day = 86_400_000;
  const [before, after] = [offsetAt(asUtc - day), offsetAt(asUtc + day)];
  const fits = [asUtc - before, asUtc - after].filter(
    (time) => wallTime(new Date(time), timeZone) === local.slice(0, 16),
  );
  return new Date(fits.length > 0 ? Math.min(...fits) : asUtc - before);
}
