/** Two processes on one database, and what each keeps of it. */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { allNewsIsHeard, until } from '../../../test/support/news.js';
import {
  type TestDatabase,
  asServerOwner,
  createDatabase,
} from '../../../test/support/postgres.js';
import { loadConfig } from '../config/load-config.js';
import { Announcements } from './announcements.js';
import { Database } from './database.js';
import { Shelf } from './shelf.js';

interface Notice {
  words: string;
}

/** What one process has. */
interface Office {
  database: Database;
  announcements: Announcements;
  shelf: Shelf<Notice | null>;
  /** Another one, of what may stand in while the database is away. */
  window: Shelf<Notice | null>;
  /** How often it has asked the database. */
  loads: number;
  read(key?: string): Promise<string | null>;
  write(words: string, key?: string): Promise<void>;
  close(): Promise<void>;
}

let base: TestDatabase;
let here: Office;
let there: Office;

async function openOffice(): Promise<Office> {
  const config = loadConfig({
    NODE_ENV: 'test',
    JWT_SECRET: randomBytes(32).toString('hex'),
    STRIPE_SECRET_KEY: 'sk_test_broadsheet',
    STRIPE_WEBHOOK_SECRETS: 'whsec_test_broadsheet',
    DATABASE_URL: base.connectionString,
  });
  const database = new Database(config);
  const announcements = new Announcements(config, database);
  const shelf = new Shelf<Notice | null>(announcements, 'notices', { room: 3 });
  const window = new Shelf<Notice | null>(announcements, 'notices', { standsIn: true });
  await announcements.onApplicationBootstrap();
  const office: Office = {
    database,
    announcements,
    shelf,
    window,
    loads: 0,
    read: async (key = 'board') => {
      const found = await shelf.get(key, () => {
        office.loads += 1;
        return load(database, key);
      });
      return found?.words ?? null;
    },
    write: (words, key = 'board') =>
      database.transaction(async () => {
        await put(database, key, words);
        await announcements.announce('notices');
      }),
    close: async () => {
      await announcements.onModuleDestroy();
      await database.onApplicationShutdown();
    },
  };
  return office;
}

async function load({ client }: Database, key: string): Promise<Notice | null> {
  const [row] = await client.$queryRaw<Notice[]>`select words from notices where key = ${key}`;
  return row ?? null;
}

async function put({ client }: Database, key: string, words: string): Promise<void> {
  await client.$executeRaw`
    insert into notices values (${key}, ${words})
    on conflict (key) do update set words = excluded.words`;
}

/** Ends the connection on which this office listens, as a restart of the server would. */
async function cutOff({ database }: Office): Promise<void> {
  await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'broadsheet-announcements'`,
  );
}

beforeAll(async () => {
  base = await createDatabase();
  here = await openOffice();
  await base.asOwner('create table notices (key text primary key, words text)');
  there = await openOffice();
});

beforeEach(async () => {
  await until(() => here.announcements.isListening && there.announcements.isListening);
  await here.write('old');
  await allNewsIsHeard(here, there);
  for (const office of [here, there]) {
    await office.read();
    office.loads = 0;
  }
});

afterAll(async () => {
  await here.close();
  await there.close();
  await base.drop();
});

describe('a shelf', () => {
  it('is asked again and again, and the database not once', async () => {
    expect([await here.read(), await here.read(), await there.read()]).toEqual([
      'old',
      'old',
      'old',
    ]);
    expect([here.loads, there.loads]).toEqual([0, 0]);
  });

  it('shows a change at once where it was made, and to the other process as soon as it hears', async () => {
    await here.write('new');
    expect(await here.read()).toBe('new');
    await until(async () => (await there.read()) === 'new');
    expect([here.loads, there.loads]).toEqual([1, 1]);
  });

  it('lets all who come at once wait for one answer', async () => {
    await here.write('new');
    here.loads = 0;
    const answers = await Promise.all(Array.from({ length: 20 }, () => here.read()));
    expect(new Set(answers)).toEqual(new Set(['new']));
    expect(here.loads).toBe(1);
  });

  it('does not keep what was being read while it changed', async () => {
    const { shelf } = here;
    let go: () => void = () => undefined;
    const gate = new Promise<void>((open) => (go = open));
    const slow = shelf.get('slow', async () => {
      const early = await load(here.database, 'board');
      await gate;
      return early;
    });
    await here.write('new');
    go();
    expect((await slow)?.words, 'the question was asked before').toBe('old');
    expect((await shelf.get('slow', () => load(here.database, 'board')))?.words).toBe('new');
  });

  it('is not filled by a transaction, which sees what may never come to be', async () => {
    await expect(
      here.database.transaction(async () => {
        await put(here.database, 'board', 'never');
        await here.announcements.announce('notices');
        expect(await here.read(), 'its own write').toBe('never');
        throw new Error('changed her mind');
      }),
    ).rejects.toThrow('changed her mind');
    expect([await here.read(), await there.read()]).toEqual(['old', 'old']);
  });

  it('takes no news of what was not committed', async () => {
    await expect(
      here.database.transaction(async () => {
        await here.announcements.announce('notices');
        throw new Error('changed her mind');
      }),
    ).rejects.toThrow('changed her mind');
    await allNewsIsHeard(here, there);
    await there.read();
    expect(there.loads).toBe(0);
  });

  it('refuses to announce what no transaction makes true', async () => {
    await expect(here.announcements.announce('notices')).rejects.toThrow('no transaction');
  });

  it('does not remember that there was nothing', async () => {
    expect(await here.read('desk')).toBeNull();
    await there.database.transaction(() => put(there.database, 'desk', 'found without news'));
    expect(await here.read('desk')).toBe('found without news');
  });

  it('lets go of what nobody has asked for longest', async () => {
    for (const key of ['a', 'b', 'c']) await here.write(key, key);
    await allNewsIsHeard(here, there);
    for (const key of ['a', 'b', 'c', 'a', 'board']) await here.read(key);
    here.loads = 0;
    expect(await here.read('a')).toBe('a');
    expect(await here.read('board')).toBe('old');
    expect(here.loads).toBe(0);
    await here.read('b');
    expect(here.loads).toBe(1);
  });

  it('is everybody’s: nobody who is given something can change it for others', async () => {
    const { shelf } = here;
    const kept = await shelf.get('board', () => load(here.database, 'board'));
    expect(() => Object.assign(kept ?? {}, { words: 'mine' })).toThrow(TypeError);
  });

  it('forgets a failure: the next one asks anew', async () => {
    const failing = here.shelf.get('failing', () => Promise.reject(new Error('no answer')));
    await expect(failing).rejects.toThrow('no answer');
    expect(await here.shelf.get('failing', () => Promise.resolve({ words: 'well' }))).toEqual({
      words: 'well',
    });
  });

  it('keeps nothing while nobody listens, and keeps again when somebody does', async () => {
    await cutOff(here);
    await until(() => !there.announcements.isListening);
    // Said while nobody hears it.
    for (const words of ['unheard', 'unheard, too']) {
      await here.write(words);
      expect(await there.read()).toBe(words);
    }
    await until(() => there.announcements.isListening);
    expect(await there.read()).toBe('unheard, too');
    await here.write('heard');
    await until(async () => (await there.read()) === 'heard');
    there.loads = 0;
    await there.read();
    expect(there.loads).toBe(0);
  });
});

/** What the server says meanwhile. */
const nobody = 'not currently accepting connections';

/** While nobody can ask the database anything. */
async function whileAway(work: () => Promise<void>): Promise<void> {
  const name = new URL(base.connectionString).pathname.slice(1);
  await asServerOwner(`alter database ${name} allow_connections false`);
  await asServerOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  );
  await until(() => !here.announcements.isListening && !there.announcements.isListening);
  // A connection that has not heard yet that it is over would say so, in other words.
  await until(() => here.database.pool.totalCount + there.database.pool.totalCount === 0);
  try {
    await work();
  } finally {
    await asServerOwner(`alter database ${name} allow_connections true`);
    await until(() => here.announcements.isListening && there.announcements.isListening);
  }
}

describe('what a shelf keeps while the database is away', () => {
  const look = (key = 'board') => here.window.get(key, () => load(here.database, key));

  it('stands in where that was allowed, and nowhere else', async () => {
    await look();
    await whileAway(async () => {
      expect((await look())?.words).toBe('old');
      await expect(look('desk'), 'nobody has asked for it').rejects.toThrow(nobody);
      await expect(here.read()).rejects.toThrow(nobody);
    });
  });

  it('stands in for minutes, and not for ever', async () => {
    await look();
    await whileAway(async () => {
      vi.useFakeTimers({ toFake: ['performance'] });
      try {
        vi.advanceTimersByTime(performance.timeOrigin);
        await expect(look()).rejects.toThrow(nobody);
      } finally {
        vi.useRealTimers();
      }
      expect((await look())?.words).toBe('old');
    });
  });

  it('is what was seen last, also by whoever no longer heard of it', async () => {
    await look();
    await cutOff(here);
    await until(() => !here.announcements.isListening);
    await there.write('unheard');
    expect((await look())?.words).toBe('unheard');
    await whileAway(async () => expect((await look())?.words).toBe('unheard'));
  });

  it('is forgotten as soon as the database is back', async () => {
    await look();
    await whileAway(() => Promise.resolve());
    await base.asOwner(`update notices set words = 'changed unheard' where key = 'board'`);
    expect((await look())?.words).toBe('changed unheard');
  });
});
