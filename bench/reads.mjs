/** `npm run bench`: what reading costs, each read beside its ceiling on the same bytes. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { measure } from './load.mjs';
import { openPlace, startCeiling } from './place.mjs';
import { populate } from './readers.mjs';
import { report } from './report.mjs';

const seconds = Number(process.env['BENCH_SECONDS'] ?? 5);
/** Interleaved, so that a slow moment of the machine meets both sides. */
const repetitions = Number(process.env['BENCH_REPETITIONS'] ?? 5);
const only = process.env['BENCH_ONLY'] ?? '';
const connections = 16;
const cardsOfPage = 20;
/** The page that is leafed to. */
const farPage = 1_000;

/** @typedef {import('./load.mjs').Request} Request */
/** @typedef {{ name: string, requests: Request[], ceiling: 'nest-fastify' | 'jwt-query', atLeast: number | null, before?: () => Promise<void> }} Read */
/** @typedef {{ read: Read, product: import('./load.mjs').Measured[], ceiling: import('./load.mjs').Measured[], bare: import('./load.mjs').Measured[] }} Row */

const place = await openPlace();
try {
  const people = await populate(place, { listed: cardsOfPage * (farPage + 5) });
  const app = await place.startApp();
  const reads = (await readsOf(app.url, people)).filter(({ name }) => name.includes(only));
  const rows = [];
  for (const read of reads) {
    console.log(`${read.name} …`);
    rows.push(await measureRead(app, read, people));
  }
  await report({ rows, connections, seconds, repetitions });
} finally {
  await place.stop();
}

/**
 * @param {string} url
 * @param {Awaited<ReturnType<typeof populate>>} people
 * @returns {Promise<Read[]>}
 */
async function readsOf(url, { story, metered, member, readers }) {
  const api = (/** @type {string} */ slug) => `/api/v1/articles/${slug}`;
  const page = (/** @type {string} */ slug) => `/articles/${slug}`;
  const bearer = (/** @type {{ token: string }} */ { token }) => ({
    authorization: `Bearer ${token}`,
  });
  const [reader] = readers;
  if (reader === undefined) throw new Error('Nobody reads by the meter.');
  const firstReads = readers.flatMap((each) =>
    metered.map((slug) => ({ path: api(slug), headers: bearer(each) })),
  );
  const list = `/api/v1/articles?limit=${cardsOfPage}`;
  const stranger = {};
  return [
    {
      name: "stranger's teaser, JSON",
      requests: [{ path: api(story), headers: stranger }],
      ceiling: 'nest-fastify',
      atLeast: 0.85,
    },
    {
      name: "stranger's teaser, page",
      requests: [{ path: page(story), headers: stranger }],
      ceiling: 'nest-fastify',
      atLeast: 0.7,
    },
    {
      name: "member's full text, JSON",
      requests: [{ path: api(story), headers: bearer(member) }],
      ceiling: 'jwt-query',
      atLeast: 0.85,
    },
    {
      name: "member's full text, page",
      requests: [{ path: page(story), headers: { cookie: member.cookie } }],
      ceiling: 'jwt-query',
      atLeast: 0.6,
    },
    {
      name: 'metered re-read, JSON',
      requests: [{ path: api(metered[0] ?? ''), headers: bearer(reader) }],
      ceiling: 'jwt-query',
      atLeast: 0.7,
    },
    {
      name: 'metered first read, JSON',
      requests: shuffled(firstReads),
      ceiling: 'jwt-query',
      atLeast: 0.4,
      before: forgetReads,
    },
    {
      name: 'list of 20 cards, first page',
      requests: [{ path: list, headers: stranger }],
      ceiling: 'nest-fastify',
      atLeast: 0.7,
    },
    {
      name: 'list of 20 cards, page 1,000',
      requests: [{ path: await leafTo(url, list, farPage), headers: stranger }],
      ceiling: 'nest-fastify',
      atLeast: 0.7,
    },
  ];
}

/**
 * @param {string} url
 * @param {string} list
 * @param {number} pages
 */
async function leafTo(url, list, pages) {
  let path = list;
  for (let number = 1; number < pages; number += 1) {
    const { nextCursor } = /** @type {{ nextCursor: string }} */ (
      await (await fetch(url + path)).json()
    );
    path = `${list}&cursor=${encodeURIComponent(nextCursor)}`;
  }
  return path;
}

/** Everything is new to everybody again. */
async function forgetReads() {
  const database = new pg.Client({ connectionString: place.ownerUrl });
  await database.connect();
  await database.query('truncate meter_reads, meter_subjects');
  await database.end();
}

/**
 * @param {import('./place.mjs').Server} app
 * @param {Read} read
 * @param {Awaited<ReturnType<typeof populate>>} people
 * @returns {Promise<Row>}
 */
async function measureRead(app, read, { story, member }) {
  const [first] = read.requests;
  if (first === undefined) throw new Error(`Nothing is asked for by "${read.name}".`);
  const { path, headers } = first;
  const answer = await fetch(app.url + path, { headers });
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}.`);
  const sends = {
    file: join(place.folder, 'bytes'),
    contentType: answer.headers.get('content-type') ?? '',
    environment: { ...place.environment, DATABASE_URL: place.databaseUrl, BENCH_SLUG: story },
  };
  await writeFile(sends.file, await answer.text());
  const ceiling = await startCeiling(read.ceiling, sends);
  const bare = await startCeiling('node-http', sends);
  const load = { connections, seconds, folder: place.folder };
  const once = [{ path: '/', headers: { authorization: `Bearer ${member.token}` } }];
  /** @type {Row} */
  const row = { read, product: [], ceiling: [], bare: [] };
  await measure(app, read.requests, { ...load, seconds: 2 });
  await measure(ceiling, once, { ...load, seconds: 1 });
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    await read.before?.();
    row.product.push(await measure(app, read.requests, load));
    row.ceiling.push(await measure(ceiling, once, load));
  }
  row.bare.push(await measure(bare, once, load));
  await Promise.all([ceiling.stop(), bare.stop()]);
  return row;
}

/**
 * In an order that gives one reader's requests room between them, and is the same each time.
 * @param {Request[]} requests
 */
function shuffled(requests) {
  const step = 7_919;
  return requests
    .map((_, index) => requests[(index * step) % requests.length] ?? requests[0])
    .filter((each) => each !== undefined);
}
