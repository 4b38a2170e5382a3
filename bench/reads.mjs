/** `npm run bench`: what reading costs, each read beside a bare Fastify that sends the same bytes. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestsPerSecond, tool } from './load.mjs';

const load = { connections: 16, seconds: Number(process.env['BENCH_SECONDS'] ?? 8) };
/** Interleaved, so that a slow moment of the machine meets both sides. */
const repetitions = Number(process.env['BENCH_REPETITIONS'] ?? 3);
const port = 3990;
const url = `http://127.0.0.1:${port}`;
const story = `${url}/api/v1/articles/members-story`;

/** @type {import('node:child_process').ChildProcess[]} */
const ceilings = [];
const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'));
const product = spawn(process.execPath, ['scripts/launch.mjs', 'start'], {
  env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), STRIPE_SIMULATOR_PORT: '3991' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  await saysReady();
  await report(await measure(await reads()));
} finally {
  ceilings.forEach((server) => server.kill());
  product.kill('SIGTERM');
  await once(product, 'exit');
  await rm(dataDir, { recursive: true, force: true });
}

function saysReady() {
  return new Promise((resolve, reject) => {
    product.stdout.on('data', (chunk) => {
      if (String(chunk).includes('Broadsheet is ready at')) resolve(undefined);
    });
    product.once('exit', () => reject(new Error('Broadsheet ended before it was ready.')));
  });
}

/** @typedef {{ name: string, headers: Record<string, string>, ceiling: string }} Read */

/** @returns {Promise<Read[]>} */
async function reads() {
  const member = { authorization: `Bearer ${await signIn()}` };
  return Promise.all(
    [
      { name: "stranger's teaser, JSON", headers: {} },
      { name: "member's full text, JSON", headers: member },
    ].map(async (read, index) => ({ ...read, ceiling: await bare(read.headers, index) })),
  );
}

async function signIn() {
  const answer = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'mira@town.test', password: 'correct-horse-battery-staple' }),
  });
  return /** @type {{ accessToken: string }} */ (await answer.json()).accessToken;
}

/**
 * @param {Record<string, string>} headers
 * @param {number} index
 */
async function bare(headers, index) {
  const file = join(dataDir, `bytes-${index}.json`);
  await writeFile(file, await (await fetch(story, { headers })).text());
  const server = fork(new URL('./bare.mjs', import.meta.url), [file]);
  ceilings.push(server);
  const [message] = await once(server, 'message');
  return `http://127.0.0.1:${/** @type {{ port: number }} */ (message).port}/`;
}

/** @param {Read[]} all */
async function measure(all) {
  const rows = all.map(({ name }) => ({
    name,
    product: /** @type {number[]} */ ([]),
    ceiling: /** @type {number[]} */ ([]),
  }));
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (const [index, { headers, ceiling }] of all.entries()) {
      rows[index]?.product.push(await requestsPerSecond(story, headers, load));
      rows[index]?.ceiling.push(await requestsPerSecond(ceiling, {}, load));
    }
  }
  return rows;
}

/** @param {Awaited<ReturnType<typeof measure>>} rows */
async function report(rows) {
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`;
  console.log(
    `${machine}; ${tool} -c${load.connections}, ${load.seconds} s, median of ${repetitions}`,
  );
  console.table(
    rows.map(({ name, product: ours, ceiling }) => ({
      read: name,
      'requests/s': Math.round(median(ours)),
      'bare Fastify': Math.round(median(ceiling)),
      share: (median(ours) / median(ceiling)).toFixed(2),
      spread: `${Math.round(Math.min(...ours))}–${Math.round(Math.max(...ours))}`,
    })),
  );
  await mkdir('bench/results', { recursive: true });
  await writeFile(
    'bench/results/reads.json',
    JSON.stringify({ machine, tool, load, rows }, null, 2),
  );
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
