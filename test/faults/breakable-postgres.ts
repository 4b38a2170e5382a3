/** A PostgreSQL of its own that a test may stop, freeze and run dry, and that comes back as it was. */
import { chmod, mkdtemp, readFile, readdir, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../prisma/migrate.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../scripts/embedded-postgres.js';

export class BreakablePostgres {
  private constructor(
    private readonly home: string,
    private readonly isHomeOurs: boolean,
    private server: EmbeddedPostgres,
  ) {}

  /** @param home an empty folder to live in; without it one that is removed at the end */
  static async start(home?: string): Promise<BreakablePostgres> {
    const folder = home ?? (await mkdtemp(join(tmpdir(), 'broadsheet-faults-')));
    await chmod(folder, 0o711); // the server may run as another user, who must pass here
    const postgres = new BreakablePostgres(folder, home === undefined, await startIn(folder));
    await migrate(postgres.server);
    return postgres;
  }

  /** For the application's role. */
  get connectionString(): string {
    return this.server.appConnectionString;
  }

  get ownerConnectionString(): string {
    return this.server.connectionString;
  }

  /** Asks as the owner, on a connection of its own. */
  async ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = await this.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** As the owner. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.ownerConnectionString });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** At once, as by `pg_ctl stop -m immediate`. */
  async stop(): Promise<void> {
    const pid = await this.postmaster();
    process.kill(pid, 'SIGQUIT');
    while (isRunning(pid)) await new Promise((resume) => setTimeout(resume, 10));
  }

  /** On the same port, recovering what was not written down. */
  async startAgain(): Promise<void> {
    this.server = await startIn(this.home);
  }

  /** Nothing of it does anything any more; the machine still takes connections for it. */
  async freeze(): Promise<void> {
    await this.signal('SIGSTOP');
  }

  async thaw(): Promise<void> {
    await this.signal('SIGCONT');
  }

  /** A home that was given is left, and everything in it taken away. */
  async remove(): Promise<void> {
    await this.server.stop();
    for (const each of await readdir(this.home)) {
      await rm(join(this.home, each), { recursive: true, force: true });
    }
    if (this.isHomeOurs) await rmdir(this.home);
  }

  private async signal(name: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    const postmaster = await this.postmaster();
    process.kill(postmaster, name);
    for (const child of await childrenOf(postmaster)) {
      if (isRunning(child)) process.kill(child, name);
    }
  }

  private async postmaster(): Promise<number> {
    const lock = await readFile(join(this.home, 'postgres', 'postmaster.pid'), 'utf8');
    return Number.parseInt(lock, 10);
  }
}

function startIn(home: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    folder: join(home, 'postgres'),
    logFile: join(home, 'postgres.log'),
    throwAway: true,
  });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // it has ended
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  const children: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // Behind the command in brackets: its state and its parent.
    if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent) {
      children.push(Number(name));
    }
  }
  return children;
}

/** Ends all connections but those of whoever asks. */
export const killConnections = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where pid <> pg_backend_pid() and backend_type = 'client backend'`;
