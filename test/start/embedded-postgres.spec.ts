/** The embedded PostgreSQL and its data folder, whatever an earlier run has left in it. */
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../scripts/embedded-postgres.js';
import { leftovers } from '../support/process-list.js';

const isRoot = process.getuid?.() === 0;
let parent: string;
let folder: string;
let running: EmbeddedPostgres | undefined;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'broadsheet-cluster-'));
  await chmod(parent, 0o711);
  folder = join(parent, 'postgres');
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  expect(await leftovers(parent)).toEqual([]);
});

afterAll(() => rm(parent, { recursive: true, force: true }));

async function start(at = folder): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ folder: at, logFile: join(parent, 'postgres.log') });
  return running;
}

async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

async function ask(sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: running?.connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0];
  } finally {
    await client.end();
  }
}

describe('the database of a development start', () => {
  it('is a PostgreSQL in UTF-8 and UTC that keeps what it is given', async () => {
    await start();
    await ask('CREATE TABLE kept AS SELECT 42 AS answer');
    await stop();
    await start();
    expect(await ask('SELECT * FROM kept')).toEqual({ answer: 42 });
    expect(await ask('SHOW server_encoding')).toEqual({ server_encoding: 'UTF8' });
    expect(await ask('SHOW timezone')).toEqual({ TimeZone: 'UTC' });
    expect(await ask('SHOW fsync')).toEqual({ fsync: 'on' });
  });

  it('keeps its port, and takes another when a stranger has it', async () => {
    const { connectionString } = await start();
    await stop();
    expect((await start()).connectionString).toBe(connectionString);
    await stop();
    const { port } = new URL(connectionString);
    const stranger = createServer().listen(Number(port), '127.0.0.1');
    await once(stranger, 'listening');
    expect((await start()).connectionString).not.toBe(connectionString);
    await once(stranger.close(), 'close');
  });

  it('refuses whoever does not know the password', async () => {
    const url = new URL((await start()).connectionString);
    url.password = 'guess';
    const client = new pg.Client({ connectionString: url.href });
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
  });
});

describe('the application’s own role', () => {
  const askAs = async (connectionString: string | undefined, sql: string): Promise<unknown> => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows[0];
    } finally {
      await client.end();
    }
  };

  it('is not the owner, and keeps its password from start to start', async () => {
    const { appConnectionString, appRole } = await start();
    expect(await askAs(appConnectionString, 'SELECT current_user AS role')).toEqual({
      role: appRole,
    });
    await expect(askAs(appConnectionString, 'SELECT * FROM kept')).rejects.toMatchObject({
      code: '42501',
    });
    await stop();
    expect(new URL((await start()).appConnectionString).password).toBe(
      new URL(appConnectionString).password,
    );
  });

  it('is made in a folder from before there was one', async () => {
    const facts = join(folder, 'broadsheet.json');
    await start();
    await ask('DROP ROLE broadsheet_app');
    await stop();
    const { appPassword: _, ...older } = JSON.parse(await readFile(facts, 'utf8')) as Record<
      string,
      unknown
    >;
    await writeFile(facts, JSON.stringify(older));
    const { appConnectionString } = await start();
    expect(await askAs(appConnectionString, 'SELECT 1 AS one')).toEqual({ one: 1 });
  });
});

describe('a data folder that a killed run has left', () => {
  const lockFile = () => join(folder, 'postmaster.pid');

  it('is used although its lock names a process id that another program has now', async () => {
    await start();
    const lines = (await readFile(lockFile(), 'utf8')).split('\n');
    await stop();
    await writeFile(lockFile(), [process.pid, ...lines.slice(1)].join('\n'));
    await start();
    expect(await ask('SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it('is used although its lock names a process that is gone, or was cut short', async () => {
    for (const content of ['99999\n', '']) {
      await writeFile(lockFile(), content);
      await start();
      expect(await ask('SELECT 1 AS one')).toEqual({ one: 1 });
      await stop();
    }
  });

  it('does not see what a first start that was killed at it had begun', async () => {
    const fresh = join(parent, 'fresh');
    await mkdir(`${fresh}.new-1/base`, { recursive: true });
    await start(fresh);
    expect(await ask('SELECT 1 AS one')).toEqual({ one: 1 });
    expect((await readdir(parent)).filter((name) => name.startsWith('fresh.'))).toEqual([]);
  });
});

describe('a data folder that cannot be used is refused in one sentence', () => {
  it('because another PostgreSQL has made it', async () => {
    const old = join(parent, 'old');
    await mkdir(old);
    await writeFile(join(old, 'PG_VERSION'), '15\n');
    await expect(start(old)).rejects.toThrow(
      /^\S+old was made by PostgreSQL 15, and this Broadsheet brings 18: dump it .+ move the folder away/,
    );
  });

  it('because it is something else', async () => {
    const photos = join(parent, 'photos');
    await mkdir(photos);
    await writeFile(join(photos, 'harbour.jpg'), '');
    await expect(start(photos)).rejects.toThrow(
      /photos is not a data folder of PostgreSQL: move it away/,
    );
  });

  it.skipIf(!isRoot)('because the disk is full', async () => {
    const disk = join(parent, 'disk');
    await mkdir(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=0755', 'none', disk]);
    } catch {
      return; // a container that may not mount cannot show it
    }
    try {
      await expect(start(join(disk, 'postgres'))).rejects.toThrow(
        `The disk that holds ${disk} is full: free some space and start again.`,
      );
      expect(await readdir(disk)).toEqual([]);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

describe.skipIf(!isRoot)('root starts Broadsheet in a folder of her own', () => {
  it('and the server, which does not run as root, can still use it', async () => {
    const closed = join(parent, 'closed');
    await mkdir(closed, { mode: 0o700 });
    await start(join(closed, 'postgres'));
    await ask('CREATE TABLE large AS SELECT generate_series(1, 100000)');
    expect(await ask('SELECT count(*)::int AS rows FROM large')).toEqual({ rows: 100_000 });
  });
});
