/**
 * `node bench/sign-ins.mjs`: how long an article takes while two hundred people sign in by passphrase at the same
 * moment, and how long they wait for it.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hash } from '@node-rs/argon2';
import pg from 'pg';

const people = Number(process.env['BENCH_SIGN_INS'] ?? 200);
const rounds = 3;
const readsPerSecond = 100;
const quietSeconds = 5;
const password = 'seven quiet herons at noon';
const port = 3994;
const url = `http://127.0.0.1:${port}`;

const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'));
const product = spawn(process.execPath, ['scripts/launch.mjs', 'start'], {
  env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), STRIPE_SIMULATOR_PORT: '3995' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  await saysReady();
  const emails = await populate();
  await readUntil(pause(1000));
  const quiet = await readUntil(pause(quietSeconds * 1000));
  const signIns = [];
  const meanwhile = [];
  for (let round = 0; round < rounds; round += 1) {
    const all = Promise.all(emails.map(signIn));
    meanwhile.push(...(await readUntil(all)));
    signIns.push(...(await all));
  }
  await report({ quiet, meanwhile, signIns });
} finally {
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

/** Two hundred readers with one passphrase: their hashes cost no less to compare. */
async function populate() {
  const { DATABASE_URL: connectionString } = JSON.parse(
    await readFile(join(dataDir, 'running.json'), 'utf8'),
  );
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const database = new pg.Client({ connectionString });
  await database.connect();
  const emails = Array.from({ length: people }, (_, number) => `reader${number}@bench.test`);
  for (const email of emails) {
    await database.query(
      `insert into users (id, email, roles, "passwordHash", "createdAt", "updatedAt")
       values ($1, $2, '{}', $3, now(), now())`,
      [randomUUID(), email, passwordHash],
    );
  }
  await database.end();
  return emails;
}

/** @param {string} email */
async function signIn(email) {
  const began = performance.now();
  const { status } = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return { status, took: performance.now() - began };
}

/**
 * Opens an article at an even pace, whether or not the answers before have come.
 * @param {Promise<unknown>} end
 * @returns {Promise<number[]>} milliseconds each
 */
async function readUntil(end) {
  let over = false;
  void end.then(() => (over = true));
  /** @type {Promise<number>[]} */
  const answers = [];
  for (const began = performance.now(); !over;) {
    answers.push(read());
    const early = began + (answers.length * 1000) / readsPerSecond - performance.now();
    if (early > 0) await pause(early);
  }
  return Promise.all(answers);
}

async function read() {
  const began = performance.now();
  const answer = await fetch(`${url}/api/v1/articles/members-story`);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`An article was answered with ${answer.status}.`);
  return performance.now() - began;
}

/** @param {{ quiet: number[], meanwhile: number[], signIns: { status: number, took: number }[] }} measured */
async function report({ quiet, meanwhile, signIns }) {
  /** @type {Record<string, number>} */
  const answers = {};
  for (const { status } of signIns) answers[status] = (answers[status] ?? 0) + 1;
  const figures = {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`,
    signIns: { atOnce: people, rounds, ...spread(signIns.map(({ took }) => took)) },
    answers,
    article: { readsPerSecond, quiet: spread(quiet), meanwhile: spread(meanwhile) },
  };
  console.log(JSON.stringify(figures, null, 2));
  await mkdir('bench/results', { recursive: true });
  await writeFile('bench/results/sign-ins.json', `${JSON.stringify(figures, null, 2)}\n`);
}

/** @param {number[]} milliseconds */
function spread(milliseconds) {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1));
  return { p50: at(0.5), p99: at(0.99), slowest: at(0.99999), count: sorted.length };
}
