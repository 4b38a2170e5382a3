/** A look at a reader's meter that spends nothing, taken by the query that finds her. */
import type { MeterUse } from './meter.repository.js';

/** In the window that is `asked` for; the same function counts as where a unit is spent. */
export const meterLook = {
  name: 'meter',
  parameters: [{ name: 'meterSince', type: 'timestamptz' }],
  columns: [
    'asked."meterSince"',
    'meter.used as "meterUsed"',
    'meter."hasRead" as "meterHasRead"',
    'meter.oldest as "meterOldest"',
  ],
  joins: `cross join lateral meter_use(array[r."readerId"], null, asked."articleId",
    asked."meterSince") meter`,
} as const;

/** @returns undefined where the row is of a query that did not look, or looked at another window */
export function meterLookIn(
  row: Readonly<Record<string, unknown>> | undefined,
  since: Date,
): MeterUse | undefined {
  const lookedSince = row?.['meterSince'];
  if (row === undefined || !(lookedSince instanceof Date)) return undefined;
  if (lookedSince.getTime() !== since.getTime()) return undefined;
  return {
    used: row['meterUsed'] as number,
    hasRead: row['meterHasRead'] as boolean,
    oldest: row['meterOldest'] as Date | null,
    isSpent: false,
    isNetworkSpent: false,
  };
}
