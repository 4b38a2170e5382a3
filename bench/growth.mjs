/**
 * `npm run bench:growth`: what each journey costs in a town of a thousand and in one of a million, asked in turns, so
 * that a slow moment of the machine meets both. Databases that are missing in `BENCH_FOLDER` are filled first.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import pg from 'pg';
import { fullSize } from './fill.mjs';
import { fill, isFilled } from './fill/fill.mjs';
import { ownCluster } from './fill/own-cluster.mjs';
import { journeysOf } from './growth/journeys.mjs';
import { startTown } from './growth/town.mjs';

const requests = Number(process.env['BENCH_REQUESTS'] ?? 400);
const rounds = 8;
/** Reads may cost so many times as much in the large town. */
const limit = 1.25;

const thousand = { articles: 1_000, members: 1_000, reads: 20_000, events: 5_000 };
const sizes = [
  { name: 'thousand', size: thousand },
  { name: 'full', size: fullSize },
];

/** @typedef {{ took: number[], serverMs: number, databaseMs: number }} Cost of all requests of a journey in one town */

const cluster = await ownCluster();
/** @type {import('./growth/town.mjs').Town[]} */
const towns = [];
try {
  for (const [index, { name, size }] of sizes.entries()) {
    const connectionString = await filled(name, size);
    towns.push(await startTown({ connectionString, port: 3_970 + index, size }));
  }
  await report(await measure());
} finally {
  for (const town of towns) await town.stop();
  await cluster.stop();
}

/** @param {string} name @param {typeof fullSize} size */
async function filled(name, size) {
  const connectionString = await cluster.database(name);
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    if (!(await isFilled(client))) await fill(client, size, console.log);
  } finally {
    await client.end();
  }
  return connectionString;
}

async function measure() {
  const [small, large] = await Promise.all(towns.map(journeysOf));
  const rows = [];
  for (const [index, journey] of (small ?? []).entries()) {
    const other = large?.[index];
    if (other === undefined) continue;
    const asks = Math.max(rounds, Math.round(requests * (journey.share ?? 1)));
    const sides = [journey, other].map((each, side) => ({
      ask: each.ask,
      town: towns[side],
      cost: noCost(),
    }));
    for (const side of sides) await askSome(side, 0, rounds);
    for (const side of sides) side.cost = noCost();
    for (let round = 0; round < rounds; round += 1) {
      const turn = round % 2 === 0 ? sides : sides.toReversed();
      for (const side of turn)
        await askSome(side, rounds + round * Math.ceil(asks / rounds), Math.ceil(asks / rounds));
    }
    const [at1000, atFull] = sides.map(({ cost }) => summary(cost));
    rows.push({ name: journey.name, isRead: journey.isRead, at1000, atFull });
    console.log(line(/** @type {Row} */ (rows.at(-1))));
  }
  return /** @type {Row[]} */ (rows);
}

/** @returns {Cost} */
function noCost() {
  return { took: [], serverMs: 0, databaseMs: 0 };
}

/**
 * @param {{ ask: (number: number) => Promise<void>, town: import('./growth/town.mjs').Town | undefined, cost: Cost }} side
 * @param {number} first @param {number} count
 */
async function askSome({ ask, town, cost }, first, count) {
  if (town === undefined) return;
  const before = await town.processorTime();
  for (let number = first; number < first + count; number += 1) {
    const began = performance.now();
    await ask(number);
    cost.took.push(performance.now() - began);
  }
  const after = await town.processorTime();
  cost.serverMs += after.serverMs - before.serverMs;
  cost.databaseMs += after.databaseMs - before.databaseMs;
}

/** @typedef {{ ms: number, p95: number, serverMs: number, databaseMs: number, requests: number }} Summary of one request, in milliseconds */
/** @typedef {{ name: string, isRead: boolean, at1000: Summary, atFull: Summary }} Row */

/** @param {Cost} cost @returns {Summary} */
function summary({ took, serverMs, databaseMs }) {
  const sorted = took.toSorted((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => rounded(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
  return {
    ms: at(0.5),
    p95: at(0.95),
    serverMs: rounded(serverMs / took.length),
    databaseMs: rounded(databaseMs / took.length),
    requests: took.length,
  };
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toPrecision(3));
}

/** @param {Row} row */
function ratios({ at1000, atFull }) {
  const all = (/** @type {Summary} */ { serverMs, databaseMs }) => serverMs + databaseMs;
  return {
    latency: Number((atFull.ms / at1000.ms).toFixed(2)),
    processor: Number((all(atFull) / all(at1000)).toFixed(2)),
  };
}

/** @param {Row} row */
function line(row) {
  const { latency, processor } = ratios(row);
  return `${row.name}: ${row.at1000.ms} ms, ${row.atFull.ms} ms (${latency}; processor ${processor})`;
}

/** @param {Row[]} rows */
async function report(rows) {
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`;
  console.log(
    `${machine}; one request at a time, in turns, median of ${requests} or the share of it`,
  );
  console.table(
    rows.map((row) => {
      const { latency, processor } = ratios(row);
      return {
        journey: row.name,
        'ms at 1,000': row.at1000.ms,
        'ms at full size': row.atFull.ms,
        'times as long': latency,
        'processor, times': processor,
        'database ms': `${row.at1000.databaseMs} → ${row.atFull.databaseMs}`,
        'p95 ms': `${row.at1000.p95} → ${row.atFull.p95}`,
        verdict: !row.isRead ? '' : latency <= limit ? 'kept' : `missed (${limit})`,
      };
    }),
  );
  await mkdir('bench/results', { recursive: true });
  await writeFile(
    'bench/results/growth.json',
    `${JSON.stringify({ machine, thousand, full: fullSize, limit, rows: rows.map((row) => ({ ...row, ratios: ratios(row) })) }, null, 2)}\n`,
  );
}
