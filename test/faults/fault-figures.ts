/** The fault table: what each test measured, printed, and kept beside the other results where `FAULTS_RESULTS=1`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const file = join(import.meta.dirname, '../../bench/results/faults-edge.json');

export type Figures = Record<string, number | string | Record<string, number>>;

/** Tells what a fault cost; keeps it, if somebody asked for that. */
export async function tell(fault: string, figures: Figures): Promise<void> {
  process.stdout.write(`${fault}: ${JSON.stringify(figures)}\n`);
  if (process.env['FAULTS_RESULTS'] !== '1') return;
  await mkdir(dirname(file), { recursive: true });
  const kept = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<
    string,
    Figures
  >;
  await writeFile(file, `${JSON.stringify({ ...kept, [fault]: figures }, null, 2)}\n`);
}

/** @returns the value that this share of all is not above; 0 where there are none */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return Math.round((sorted[at] ?? 0) * 10) / 10;
}

/** Milliseconds. */
export const spread = (milliseconds: readonly number[]): Record<string, number> => ({
  p50: quantile(milliseconds, 0.5),
  p99: quantile(milliseconds, 0.99),
  slowest: quantile(milliseconds, 1),
  count: milliseconds.length,
});
