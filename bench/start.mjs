/**
 * `npm run bench:start`: how long a process in production takes from its start to its first "ready", on a database
 * that is migrated and seeded. `BENCH_NODE` names another Node to measure with.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { serveTown, settleTown } from './production-town.mjs';

const repetitions = Number(process.env['BENCH_REPETITIONS'] ?? 9);
const node = process.env['BENCH_NODE'] ?? process.execPath;

const town = await settleTown();
try {
  // The first reads the files into the machine's memory and is not counted.
  const [, ...starts] = await repeated(repetitions + 1);
  await report(starts);
} finally {
  await town.stop();
}

/** @param {number} times */
async function repeated(times) {
  const starts = [];
  while (starts.length < times) {
    const served = await serveTown(town, { node });
    starts.push(served);
    await served.stop();
  }
  return starts;
}

/** @param {import('./production-town.mjs').Served[]} starts */
async function report(starts) {
  const all = starts.map(({ startMilliseconds }) => Math.round(startMilliseconds));
  const sorted = all.toSorted((a, b) => a - b);
  const [first] = starts;
  if (first === undefined) throw new Error('Nothing was started.');
  const { version, flags } = first;
  const figures = {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${version}`,
    flags,
    milliseconds: {
      median: sorted[Math.floor(sorted.length / 2)],
      fastest: sorted[0],
      slowest: sorted.at(-1),
      all,
    },
  };
  console.log(JSON.stringify(figures, null, 2));
  await mkdir('bench/results', { recursive: true });
  const file = `bench/results/start-node${version.split('.')[0]?.slice(1)}.json`;
  await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
}
