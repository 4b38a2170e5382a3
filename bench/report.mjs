/** Says what was measured: one table, and the same as JSON beside it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { tool } from './load.mjs';

/** @typedef {import('./load.mjs').Measured} Measured */

export const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;

/**
 * @param {{ rows: import('./reads.mjs').Row[], connections: number, seconds: number, repetitions: number }} measured
 */
export async function report({ rows, connections, seconds, repetitions }) {
  const how = `${tool} -c${connections}, ${seconds} s, median of ${repetitions}`;
  const table = rows.map(({ read, product, ceiling, bare }) => ({
    read: read.name,
    'requests/s': middle(product, 'perSecond'),
    spread: spreadOf(product),
    'p99 ms': middle(product, 'p99'),
    'CPU µs': middle(product, 'cpu'),
    ceiling: `${read.ceiling} ${middle(ceiling, 'perSecond')} (${spreadOf(ceiling)}), CPU ${middle(ceiling, 'cpu')}`,
    'node:http': middle(bare, 'perSecond'),
    share: Number((middle(product, 'perSecond') / middle(ceiling, 'perSecond')).toFixed(2)),
    'at least': read.atLeast,
  }));
  console.log(`${machine}; ${how}`);
  console.table(table);
  await mkdir('bench/results', { recursive: true });
  await writeFile(
    'bench/results/reads.json',
    `${JSON.stringify({ machine, how, table }, null, 2)}\n`,
  );
}

/**
 * @param {Measured[]} values
 * @param {keyof Measured} figure
 */
const middle = (values, figure) =>
  Math.round(
    values.map((each) => each[figure]).toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ??
      Number.NaN,
  );

/** @param {Measured[]} values */
function spreadOf(values) {
  const speeds = values.map(({ perSecond }) => Math.round(perSecond));
  return `${Math.min(...speeds)}–${Math.max(...speeds)}`;
}
