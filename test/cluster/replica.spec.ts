/** Reads of a replica that keeps up, is behind, is held still or is gone. */
import { loadConfig } from '../../src/platform/config/load-config.js';
import { Announcements } from '../../src/platform/database/announcements.js';
import { Database } from '../../src/platform/database/database.js';
import { PublicReads } from '../../src/platform/database/public-reads.js';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../support/api.js';
import { type ClusterTown, figure, startClusterTown, took } from './cluster-town.js';

let town: ClusterTown;
/** A third process, as far as it reads: here it can be seen where. */
let database: Database;
let announcements: Announcements;
let reads: PublicReads;
/** The replica, as its owner. */
let replica: pg.Pool;

beforeAll(async () => {
  town = await startClusterTown();
  const config = loadConfig(town.cluster.environment);
  database = new Database(config);
  await database.onModuleInit();
  announcements = new Announcements(config, database);
  reads = new PublicReads(config, database, announcements);
  await announcements.onApplicationBootstrap();
  reads.onApplicationBootstrap();
  replica = new pg.Pool({ connectionString: town.cluster.pair.replicaOwnerUrl });
  replica.on('error', () => undefined);
});

afterAll(async () => {
  await reads.onModuleDestroy();
  await reads.onApplicationShutdown();
  await announcements.onModuleDestroy();
  await database.onApplicationShutdown();
  await replica.end();
  await town.close();
});

const where = (): Promise<string> =>
  reads.from(async (asked) => {
    const { rows } = await asked.pool.query<{ is: boolean }>('select pg_is_in_recovery() as is');
    return rows[0]?.is === true ? 'replica' : 'primary';
  });

const atReplica = () => took(async () => (await where()) === 'replica');
const pauseReplay = () => replica.query('select pg_wal_replay_pause()');
const goOn = () => replica.query('select pg_wal_replay_resume()');

/** The headlines of the newest articles, as the list of this process has them. */
async function headlines(url: string): Promise<string[]> {
  const { status, body, text } = await ask(url, 'GET', '/api/v1/articles?limit=20');
  if (status !== 200) throw new Error(text);
  return (body as { items: { title: string }[] }).items.map(({ title }) => title);
}

async function newestId(): Promise<string> {
  const [, url] = town.urls;
  const { body } = await ask(url, 'GET', '/api/v1/articles?limit=1');
  const { slug } = (body as { items: { slug: string }[] }).items[0] ?? { slug: '' };
  const all = await town.desk(url, 'GET', '?limit=100');
  const { items } = all.body as { items: { id: string; slug: string }[] };
  return items.find((article) => article.slug === slug)?.id ?? '';
}

const announced = () =>
  database.transaction(async () => {
    await announcements.announce('anything');
  });

beforeEach(() => atReplica());

describe('What everybody may see', () => {
  it('is read from the replica, in the processes too, and their entitlement is not', async () => {
    const token = await town.signIn('mira@town.test');
    for (const url of town.urls) {
      await headlines(url);
      const answer = await ask(url, 'GET', '/api/v1/articles/members-story', { token });
      expect(answer.body).toMatchObject({ access: { granted: true } });
    }
    const { rows } = await replica.query<{ query: string }>(
      `select query from pg_stat_activity where application_name = 'broadsheet'`,
    );
    const asked = rows.map(({ query }) => query).join('\n');
    expect(asked).toMatch(/articles/);
    expect(asked).not.toMatch(/sessions|memberships|article_texts|meter/);
  });

  it('is read from the primary inside of a transaction, which sees what nobody else does', async () => {
    expect(await database.transaction(where)).toBe('primary');
  });
});

describe('A replica that does not write down what happens', () => {
  it('shows nobody a list that is older than what was announced', async () => {
    const id = await newestId();
    const delays: number[] = [];
    for (let edit = 0; edit < 5; edit += 1) {
      await atReplica();
      await pauseReplay();
      const title = `Told ${edit}`;
      const [one, two] = town.urls;
      const [here, there] = edit % 2 === 0 ? [one, two] : [two, one];
      await town.desk(here, 'PATCH', `/${id}`, { title });
      expect((await headlines(here))[0]).toBe(title);
      delays.push(await took(async () => (await headlines(there))[0] === title));
      // It stays so: no later list is older.
      for (let again = 0; again < 20; again += 1) {
        expect((await headlines(there))[0]).toBe(title);
      }
      await goOn();
    }
    expect(Math.max(...delays)).toBeLessThan(1_000);
    figure('ms until a list of the other process shows it, replay paused', Math.max(...delays));
  });

  it('is not read from after two seconds, and again as soon as it has caught up', async () => {
    await pauseReplay();
    // Nobody announces it; the primary has just gone on.
    await town.books.query(`select pg_logical_emit_message(true, 'test', 'something')`);
    const left = await took(async () => (await where()) === 'primary');
    expect(left).toBeLessThan(3_000);
    await goOn();
    const back = await atReplica();
    expect(back).toBeLessThan(3_000);
    figure('ms until a replica that is behind is left', left);
    figure('ms until one that has caught up is read from', back);
  });

  it('is left at once when there is news', async () => {
    await pauseReplay();
    await announced();
    expect(await where()).toBe('primary');
    await goOn();
  });

  it('makes nobody’s entitlement older than she was told', async () => {
    await pauseReplay();
    const token = await town.signIn('fritz@town.test');
    const read = (url: string, slug: string) =>
      ask(url, 'GET', `/api/v1/articles/${slug}`, { token });
    const { body } = await ask(town.urls[0], 'GET', '/api/v1/me', { token });
    const { id } = body as { id: string };
    const { rows } = await town.books.query<{ id: string }>(`select id from plans limit 1`);
    const until = new Date(Date.now() + 86_400_000).toISOString();
    for (const url of town.urls) {
      expect((await read(url, 'members-story')).body).toMatchObject({ access: { granted: false } });
    }
    const given = await ask(town.urls[0], 'POST', `/api/v1/admin/members/${id}/comp`, {
      token: town.admin,
      body: { planId: rows[0]?.id, until },
    });
    expect(given.status, given.text).toBeLessThan(300);
    for (const url of town.urls) {
      expect((await read(url, 'members-story')).body).toMatchObject({ access: { granted: true } });
    }
    await goOn();
  });
});

describe('A replica', () => {
  it('that is held still costs nobody more than two seconds, and nobody an answer', async () => {
    const { pid } = town.cluster.pair.replica();
    if (pid === undefined) throw new Error('There is no replica.');
    // All of its processes.
    process.kill(-pid, 'SIGSTOP');
    const waits: number[] = [];
    for (const begun = performance.now(); performance.now() - begun < 5_000;) {
      const asked = performance.now();
      await Promise.all(town.urls.map(headlines));
      waits.push(performance.now() - asked);
    }
    process.kill(-pid, 'SIGCONT');
    expect(Math.max(...waits)).toBeLessThan(2_500);
    figure('ms for a list while the replica is held still, worst', Math.max(...waits));
    figure('ms until it is read from again', await atReplica());
  });

  it('that is stopped is missed by nobody, and taken up again when it is back', async () => {
    const { pair } = town.cluster;
    const stopped = new Promise((resolve) => pair.replica().once('exit', resolve));
    pair.replica().kill('SIGINT');
    let lists = 0;
    for (let isGone = false; !isGone; lists += 1) {
      isGone = await Promise.race([
        stopped.then(() => true),
        headlines(town.urls[0]).then(() => false),
      ]);
    }
    for (let more = 0; more < 20; more += 1) await Promise.all(town.urls.map(headlines));
    expect(await where()).toBe('primary');
    await pair.startReplica();
    const back = await atReplica();
    expect(back).toBeLessThan(5_000);
    figure('lists while it went and was gone, all of them answered', lists + 40);
    figure('ms until it is read from again', back);
  });
});
