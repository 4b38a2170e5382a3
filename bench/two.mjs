/**
 * `npm run bench:cluster`: what two processes serve and what one does, both through the same nginx, PgBouncer, primary
 * and replica. All of it, and what asks, share this machine's cores.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { requestsPerSecond, tool } from './load.mjs';

const load = { connections: 32, seconds: Number(process.env['BENCH_SECONDS'] ?? 8) };
/** Interleaved, so that a slow moment of the machine meets both sides. */
const repetitions = Number(process.env['BENCH_REPETITIONS'] ?? 3);
const sides = /** @type {const} */ (['one', 'two']);

const cluster = fork('scripts/launch.mjs', ['cluster'], {
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
try {
  const { nginx, single } = await addresses();
  const rows = await measure(await reads(nginx), { one: single, two: nginx });
  await report(rows);
} finally {
  cluster.disconnect();
  if (cluster.exitCode === null) await once(cluster, 'exit');
}

/** @returns {Promise<{ nginx: string, single: string }>} */
async function addresses() {
  const ended = once(cluster, 'exit').then(() => {
    throw new Error('The cluster ended before it was ready.');
  });
  const [message] = await Promise.race([once(cluster, 'message'), ended]);
  return /** @type {{ addresses: { nginx: string, single: string } }} */ (message).addresses;
}

/**
 * @typedef {{ name: string, path: string, headers: Record<string, string> }} Read
 * @param {string} url
 * @returns {Promise<Read[]>}
 */
async function reads(url) {
  const answer = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'mira@town.test', password: 'correct-horse-battery-staple' }),
  });
  const { accessToken } = /** @type {{ accessToken: string }} */ (await answer.json());
  const path = '/api/v1/articles/members-story';
  return [
    { name: "stranger's teaser, JSON", path, headers: {} },
    { name: "member's full text, JSON", path, headers: { authorization: `Bearer ${accessToken}` } },
    { name: 'list of 20 cards', path: '/api/v1/articles?limit=20', headers: {} },
  ];
}

/**
 * @param {Read[]} all
 * @param {Record<'one' | 'two', string>} urls
 */
async function measure(all, urls) {
  const rows = all.map((read) => ({
    ...read,
    one: /** @type {number[]} */ ([]),
    two: /** @type {number[]} */ ([]),
  }));
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (const row of rows) {
      for (const side of sides) {
        row[side].push(await requestsPerSecond(`${urls[side]}${row.path}`, row.headers, load));
      }
    }
  }
  return rows;
}

/** @param {Awaited<ReturnType<typeof measure>>} rows */
async function report(rows) {
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`;
  console.log(
    `${machine}, shared with nginx, PgBouncer, two PostgreSQL and ${tool} -c${load.connections}; ${load.seconds} s, median of ${repetitions}`,
  );
  const results = rows.map(({ name, one, two }) => ({
    read: name,
    'one process': Math.round(median(one)),
    'two processes': Math.round(median(two)),
    'two over one': Number((median(two) / median(one)).toFixed(2)),
    'spread of two': `${Math.round(Math.min(...two))}–${Math.round(Math.max(...two))}`,
  }));
  console.table(results);
  await mkdir('bench/results', { recursive: true });
  await writeFile(
    'bench/results/two.json',
    JSON.stringify({ machine, tool, load, repetitions, results }, null, 2),
  );
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
