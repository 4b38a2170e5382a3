/**
 * `npm run bench:soak`: what a process in production holds in memory while it is read from, signed in to and told
 * news for `SOAK_SECONDS`, by `SOAK_RATE` requests a second of all kinds, over `SOAK_ARTICLES` articles.
 * `SOAK_FLAGS` are given to Node instead of those of `npm run start:prod`, and `BENCH_NODE` names another Node.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { serveTown, settleTown, townPassword, webhookSecret } from './production-town.mjs';

const seconds = Number(process.env['SOAK_SECONDS'] ?? 600);
const perSecond = Number(process.env['SOAK_RATE'] ?? 150);
const articles = Number(process.env['SOAK_ARTICLES'] ?? 3_000);
const flags = process.env['SOAK_FLAGS']?.split(' ').filter((flag) => flag !== '');
const readers = Array.from({ length: 50 }, (_, number) => `reader${number}@soak.test`);

/** @typedef {{ second: number, rss: number, heapUsed: number, heapTotal: number, external: number }} Sample in MB */

const town = await settleTown();
try {
  const { slugs, customer } = await populate();
  const node = process.env['BENCH_NODE'] ?? process.execPath;
  const served = await serveTown(town, { node, flags, reportsMemory: true });
  try {
    const load = fork(new URL('./soak-load.mjs', import.meta.url));
    load.send({
      ...{ url: served.url, perSecond, slugs, customer, readers, webhookSecret },
      ...{ member: 'mira@town.test', password: townPassword },
    });
    await once(load, 'message');
    const samples = await watch(served);
    const answers = once(load, 'message');
    load.send('stop');
    await report(served, samples, (await answers)[0]);
  } finally {
    await served.stop();
  }
} finally {
  await town.stop();
}

/** Many articles, one in five with a public part of 8 KB, and readers with one passphrase. */
async function populate() {
  const database = new pg.Client({ connectionString: town.ownerUrl });
  await database.connect();
  try {
    await database.query(
      `insert into articles (id, slug, title, standfirst, kind, gate, status, "planIds", "previewHtml", "previewText",
         "createdAt", "updatedAt")
       select gen_random_uuid(), 'soak-' || n, 'Story ' || n, 'What happened.', 'story',
         (array['members', 'metered', 'public', 'registered'])[1 + n % 4]::"Gate", 'draft', '{}',
         '<p>' || repeat(md5(n::text) || ' ', case n % 5 when 0 then 250 else 20 end) || '</p>', 'harbour',
         at, at
       from generate_series(1, $1::int) as n, lateral (select now() - interval '1 hour' * n as at) as time`,
      [articles],
    );
    await database.query(
      `with texts as (
         insert into article_texts (id, "articleId", number, title, standfirst, "bodyHtml", "createdAt")
         select gen_random_uuid(), id, 1, title, standfirst,
           '<p>In front.</p><!--paywall--><p>' || repeat(md5(slug) || ' ', 250) || '</p>', "createdAt"
         from articles where slug like 'soak-%' returning id, "articleId"
       ) update articles
       set "currentTextId" = texts.id, status = 'published', "publishedAt" = "createdAt" from texts where texts."articleId" = articles.id`,
    );
    const passwordHash = await hash(townPassword, {
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
    });
    for (const email of readers) {
      await database.query(
        `insert into users (id, email, roles, "passwordHash", "createdAt", "updatedAt")
         values (gen_random_uuid(), $1, '{}', $2, now(), now())`,
        [email, passwordHash],
      );
    }
    await database.query('analyze');
    const slugs = await database.query(
      `select slug from articles where status = 'published' order by "publishedAt" desc`,
    );
    const { rows } = await database.query(
      'select "stripeCustomerId" as customer from stripe_customers limit 1',
    );
    return {
      slugs: slugs.rows.map(({ slug }) => /** @type {string} */ (slug)),
      customer: /** @type {string} */ (rows[0]?.customer),
    };
  } finally {
    await database.end();
  }
}

/**
 * @param {import('./production-town.mjs').Served} served
 * @returns {Promise<Sample[]>}
 */
async function watch({ child, memory }) {
  /** @type {Sample[]} */
  const samples = [];
  const began = performance.now();
  while (samples.length < seconds) {
    await pause(began + (samples.length + 1) * 1000 - performance.now());
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
    const rss = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    const { heapUsed, heapTotal, external } = memory();
    samples.push({ second: samples.length + 1, rss, heapUsed, heapTotal, external });
  }
  return samples;
}

/**
 * @param {import('./production-town.mjs').Served} served
 * @param {Sample[]} samples
 * @param {Record<string, Record<string, number>>} answers
 */
async function report({ flags: given, version }, samples, answers) {
  const at = [1, 60, 120, 300, 600].filter((second) => second <= samples.length);
  const secondHalf = samples.slice(Math.floor(samples.length / 2));
  const figures = {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${version}`,
    flags: given,
    load: { seconds, perSecond, articles },
    rss: {
      ...Object.fromEntries(
        at.map((second) => [`after ${second} s`, rounded(samples[second - 1])['rss']]),
      ),
      most: Math.round(Math.max(...samples.map(({ rss }) => rss))),
      medianOfSecondHalf: Math.round(median(secondHalf.map(({ rss }) => rss))),
      megabytesAnHour: Math.round(slope(secondHalf) * 3600),
    },
    atTheEnd: rounded(samples.at(-1)),
    answers,
  };
  console.log(JSON.stringify(figures, null, 2));
  await mkdir('bench/results', { recursive: true });
  const name = `soak-node${version.split('.')[0]?.slice(1)}`;
  await writeFile(
    `bench/results/${name}.json`,
    `${JSON.stringify({ ...figures, samples: samples.filter(({ second }) => second % 10 === 0).map(rounded) }, null, 2)}\n`,
  );
}

/** @param {Sample | undefined} sample */
function rounded(sample) {
  const values = Object.entries(sample ?? {});
  return Object.fromEntries(values.map(([name, value]) => [name, Math.round(value)]));
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * The straight line that fits best.
 * @param {Sample[]} samples
 * @returns {number} MB a second
 */
function slope(samples) {
  const count = samples.length;
  const middle = samples.reduce((sum, { second }) => sum + second, 0) / count;
  const mean = samples.reduce((sum, { rss }) => sum + rss, 0) / count;
  const both = samples.reduce((sum, { second, rss }) => sum + (second - middle) * (rss - mean), 0);
  return both / samples.reduce((sum, { second }) => sum + (second - middle) ** 2, 0);
}
