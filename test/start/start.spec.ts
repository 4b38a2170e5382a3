/** What a person sees of `npm start`: the real start and database, with stand-ins for app and simulator. */
import { cp, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeMiniature, startCommand, type Miniature, type Run } from '../support/miniature.js';
import { leftovers, processesWith } from '../support/process-list.js';

let checkout: Miniature;
let runs: Run[];

beforeAll(async () => {
  checkout = await makeMiniature();
  runs = [];
});

afterEach(async () => {
  runs.forEach(({ child }) => child.kill('SIGKILL'));
  runs = [];
  expect(await leftovers(checkout.folder)).toEqual([]);
});

afterAll(() => checkout.remove());

function start(env?: Record<string, string>, command?: readonly string[]): Run {
  const run = checkout.run(command, env);
  runs.push(run);
  return run;
}

interface Visit {
  visits: number;
  environment: Record<string, string>;
}

async function visit(url: string): Promise<Visit> {
  return (await (await fetch(url)).json()) as Visit;
}

/** The last thing said before the process gave up. */
function lastLine(run: Run): string {
  return run.output().trim().split('\n').at(-1) ?? '';
}

describe('a developer starts Broadsheet', () => {
  it('reads where it is, as whom to sign in and what to try, and finds her data again the next time', async () => {
    const first = start();
    const url = await first.ready();
    const { visits, environment } = await visit(url);
    expect(new URL(environment['DATABASE_URL'] ?? '').username).toBe('broadsheet_app');
    expect(environment['DATABASE_OWNER_URL']).toBeUndefined();
    expect(first.output()).toContain('mira@town.test');
    expect(first.output()).toContain(`curl -s ${url}/api/v1/articles/members-story`);
    first.child.kill('SIGINT');
    expect(await first.ended()).toBe(0);

    const second = start();
    expect((await visit(await second.ready())).visits).toBe(visits + 1);
    second.child.kill('SIGTERM');
    expect(await second.ended()).toBe(0);
  });

  it('keeps the secrets that were made for her, and gives simulator and app the same ones', async () => {
    const secrets: string[] = [];
    for (const _ of ['once', 'again']) {
      const run = start();
      const { environment } = await visit(await run.ready());
      expect(environment['STRIPE_SECRET_KEY']).toBe('sk_test_simulator');
      expect(environment['STRIPE_SIMULATOR_WEBHOOK_SECRETS']).toBe(
        environment['STRIPE_WEBHOOK_SECRETS'],
      );
      expect(environment['STRIPE_SIMULATOR_WEBHOOK_URL']).toMatch(/\/webhooks\/stripe$/);
      secrets.push(`${environment['JWT_SECRET']} ${environment['STRIPE_WEBHOOK_SECRETS']}`);
      run.child.kill('SIGHUP');
      expect(await run.ended()).toBe(0);
    }
    expect(secrets[0]).toBe(secrets[1]);
  });

  it('sets a variable in .env, and overrides it for one start', async () => {
    await writeFile(join(checkout.folder, '.env'), 'MAIL_FROM=file@town.test\nGRACE_DAYS=3\n');
    const run = start({ GRACE_DAYS: '5' });
    const { environment } = await visit(await run.ready());
    expect(environment).toMatchObject({ MAIL_FROM: 'file@town.test', GRACE_DAYS: '5' });
    run.child.kill('SIGINT');
    await run.ended();
  });
});

describe('everything ends together', () => {
  it('when Ctrl-C comes before it is ready', async () => {
    const dataDir = await mkdtemp(join(checkout.folder, 'interrupted-'));
    const run = start({ DATA_DIR: dataDir });
    while (processesWith('initdb').every(({ command }) => !command.includes(dataDir))) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    run.child.kill('SIGINT');
    expect(await run.ended()).toBe(0);
  });

  it('at once when Ctrl-C is pressed a second time', async () => {
    const run = start();
    await run.ready();
    // Stopped, the app cannot follow the first.
    const app = processesWith(join(checkout.folder, 'dist/src/main.js'))[0];
    process.kill(app?.pid ?? 0, 'SIGSTOP');
    run.child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 600));
    run.child.kill('SIGINT');
    expect(await run.ended()).toBe(130);
  });

  it('when the npm that started it is killed', async () => {
    const run = start({}, ['npm', 'start']);
    await run.ready();
    run.child.kill('SIGKILL');
    expect(await run.ended()).toBe('SIGKILL');
  });

  it('when npm is told to end', async () => {
    const run = start({}, ['npm', 'start']);
    await run.ready();
    run.child.kill('SIGINT');
    expect(await run.ended()).toBe(0);
  });

  it('when the app dies, and says so', async () => {
    const run = start();
    await fetch(`${await run.ready()}/die`).catch(() => undefined);
    expect(await run.ended()).toBe(1);
    expect(lastLine(run)).toBe('The app ended unexpectedly (exit code 7).');
  });

  it('when the database dies, and says so', async () => {
    const run = start();
    await run.ready();
    const [server] = processesWith(join(checkout.folder, '.data/postgres -c'));
    process.kill(server?.pid ?? 0, 'SIGQUIT');
    expect(await run.ended()).toBe(1);
    expect(run.output()).toContain('The embedded PostgreSQL ended unexpectedly');
  });
});

describe('a start after one that was killed', () => {
  it('finds the data, and nothing of the killed one is left running', async () => {
    const killed = start();
    const { visits } = await visit(await killed.ready());
    killed.child.kill('SIGKILL');
    await killed.ended();
    const next = start();
    expect((await visit(await next.ready())).visits).toBe(visits + 1);
    next.child.kill('SIGINT');
    expect(await next.ended()).toBe(0);
  });

  it('takes over from a database server that nobody stopped', async () => {
    const killed = start();
    const { visits } = await visit(await killed.ready());
    for (const guard of processesWith(join(checkout.folder, 'scripts/postgres-guard.mjs'))) {
      process.kill(guard.pid, 'SIGKILL');
    }
    killed.child.kill('SIGKILL');
    await killed.ended();
    expect(processesWith(join(checkout.folder, '.data/postgres -c'))).toHaveLength(1);
    const next = start();
    expect((await visit(await next.ready())).visits).toBe(visits + 1);
    next.child.kill('SIGINT');
    expect(await next.ended()).toBe(0);
  });
});

describe('a run of the tests that is killed', () => {
  it('leaves neither its database server nor the data of that', async () => {
    const script = `
      import { startThrowAwayPostgres } from './dist/scripts/throw-away-postgres.js';
      await startThrowAwayPostgres();
      console.log('Broadsheet is ready at nowhere');`;
    const run = start({ TMPDIR: checkout.folder }, [
      process.execPath,
      '--input-type=module',
      '--eval',
      script,
    ]);
    await run.ready();
    run.child.kill('SIGKILL');
    await run.ended();
    expect(await leftovers(checkout.folder)).toEqual([]);
    const names = await readdir(checkout.folder);
    expect(names.filter((name) => name.startsWith('broadsheet-postgres-'))).toEqual([]);
  });
});

describe('a start that cannot be says why in one sentence', () => {
  it('names the variable of a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    for (const variable of ['PORT', 'STRIPE_SIMULATOR_PORT']) {
      const run = start({ [variable]: String(port) });
      expect(await run.ended()).toBe(1);
      expect(run.output().trim()).toBe(
        `Port ${port} is in use by another program: stop it, or set ${variable} to another port.`,
      );
    }
    await once(other.close(), 'close');
  });

  it('says that Broadsheet is running already', async () => {
    const first = start();
    await first.ready();
    const second = start();
    expect(await second.ended()).toBe(1);
    expect(second.output().trim()).toBe(
      `Broadsheet is already running on the data in this DATA_DIR (process ${first.child.pid}): stop it, or set DATA_DIR and PORT to others.`,
    );
    first.child.kill('SIGINT');
    expect(await first.ended()).toBe(0);
  });

  it('says that DATA_DIR is not a folder', async () => {
    const run = start({ DATA_DIR: 'package.json' });
    expect(await run.ended()).toBe(1);
    expect(run.output().trim()).toBe(
      'package.json is not a folder: move that file away, or set DATA_DIR.',
    );
  });

  it('refuses a port that is not a number', async () => {
    const run = start({ PORT: 'http' });
    expect(await run.ended()).toBe(1);
    expect(run.output().trim()).toBe('PORT must be a port from 1 to 65535, and is "http".');
  });

  it('says that no database answers at DATABASE_URL', async () => {
    const run = start({ DATABASE_URL: 'postgresql://reader:secret@127.0.0.1:1/paper' });
    expect(await run.ended()).toBe(1);
    expect(run.output().trim()).toBe(
      'PostgreSQL at 127.0.0.1:1/paper could not be used: nothing listens there.',
    );
  });

  it('says that the database is newer than the code, and how to begin anew', async () => {
    const first = start();
    await first.ready();
    first.child.kill('SIGINT');
    await first.ended();
    const migrations = join(checkout.folder, 'prisma/migrations');
    await cp(migrations, `${migrations}.kept`, { recursive: true });
    const newest = (await readdir(migrations)).filter((name) => /^\d/.test(name)).at(-1) ?? '';
    await rename(join(migrations, newest), join(migrations, '20000101000000_older'));
    const second = start();
    expect(await second.ended()).toBe(1);
    expect(second.output().trim()).toMatch(
      /^This database is newer than this code: it has \S+, .+ Or move \S+\.data away to begin with a new one\.$/,
    );
    await rm(migrations, { recursive: true });
    await rename(`${migrations}.kept`, migrations);
  });

  it('leaves everything to the app in production, and starts nothing of its own', async () => {
    const run = start(
      { NODE_ENV: 'production', DATA_DIR: 'unused', DATABASE_URL: 'postgresql://127.0.0.1:1/x' },
      startCommand,
    );
    expect(await run.ended()).toBe(1); // the stand-in app's own failure
    expect(run.output()).toContain('ECONNREFUSED');
    expect(run.output()).not.toContain('unused');
  });
});
