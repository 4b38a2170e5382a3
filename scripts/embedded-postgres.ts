/** Runs the PostgreSQL server that npm installed, on a data folder of its own, for development and tests. */
import { randomBytes } from 'node:crypto';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { stopChild } from './child-process.js';
import { packageRoot } from './package-root.js';
import { chooseAccount, type PostgresAccount } from './postgres-account.js';
import { findPostgres, type PostgresBinaries } from './postgres-binaries.js';
import {
  appUser,
  createCluster,
  databaseUser,
  explainPostgres,
  healCluster,
  isAbsent,
  readFacts,
  saveFacts,
} from './postgres-cluster.js';
import { StartFailure } from './start-failure.js';

export interface EmbeddedPostgresOptions {
  /** The data folder, absolute. Made when it is absent; its parent too. */
  readonly folder: string;
  /** What the server says is appended here. */
  readonly logFile: string;
  /** True for data that nobody will miss: faster, and removed with its parent if this process is killed. */
  readonly throwAway?: boolean;
}

export interface EmbeddedPostgres {
  /** The database `broadsheet`, with the user and password that own the whole server. */
  readonly connectionString: string;
  /** The same database for the application: it may do what `migrate` grants to its role, and nothing else. */
  readonly appConnectionString: string;
  readonly appRole: string;
  /** Resolves, to one sentence, when the server ends without having been told to. */
  readonly died: Promise<string>;
  /** Lets transactions in progress be undone, writes everything down and ends. */
  stop(): Promise<void>;
}

interface Server {
  readonly child: ChildProcess;
  readonly port: number;
}

/** How long a server may take to get ready, which is long only after a crash. In milliseconds. */
const startPatience = 120_000;
/** A killed server's workers may hold its memory a moment longer. In milliseconds. */
const memoryPatience = 10_000;
const longestLog = 5_000_000;

const settings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const throwAwaySettings: Record<string, string> = {
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { folder, throwAway = false } = options;
  await mkdir(dirname(folder), { recursive: true });
  const binaries = await findPostgres();
  const absent = await isAbsent(folder, binaries.major);
  const account = await chooseAccount({
    programs: dirname(binaries.postgres),
    parent: dirname(folder),
    data: folder,
  });
  if (absent) {
    await createCluster(folder, binaries, account, !throwAway);
  } else {
    await healCluster(folder);
  }
  const facts = await readFacts(folder);
  const { password, port: lastPort } = facts;
  const { child, port } = await startOnFreePort(options, binaries, account, lastPort);
  const guard = guardAgainstOurDeath(child, folder, throwAway);
  const died = watch(child, guard, options.logFile);
  const appPassword = facts.appPassword ?? randomBytes(24).toString('base64url');
  if (port !== lastPort || appPassword !== facts.appPassword) {
    await saveFacts(folder, { password, appPassword, port });
  }
  const place = `127.0.0.1:${port}`;
  const server = `postgresql://${databaseUser}:${password}@${place}`;
  await ensureDatabase(server, appPassword);
  return {
    connectionString: `${server}/${databaseUser}`,
    appConnectionString: `postgresql://${appUser}:${appPassword}@${place}/${databaseUser}`,
    appRole: appUser,
    died: died.promise,
    stop: async () => {
      died.expect();
      await stopChild(child, [
        ['SIGINT', 15_000], // undo transactions, write everything down
        ['SIGQUIT', 5_000], // the next start recovers
        ['SIGKILL', 5_000],
      ]);
    },
  };
}

async function startOnFreePort(
  options: EmbeddedPostgresOptions,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  lastPort: number | undefined,
): Promise<Server> {
  const end = performance.now() + memoryPatience;
  for (;;) {
    const port = await freePort(lastPort);
    const { child, complaint } = await startServer(options, binaries, account, port);
    if (complaint === undefined) {
      return { child, port };
    }
    const passes =
      complaint.includes('could not create any TCP/IP sockets') || // somebody was faster
      complaint.includes('pre-existing shared memory block');
    if (!passes || performance.now() > end) {
      throw new StartFailure(explainPostgres(complaint, options.folder));
    }
    await pause(100);
  }
}

/** Starts the server and waits until it takes connections; otherwise answers what it wrote to its log. */
async function startServer(
  { folder, logFile, throwAway = false }: EmbeddedPostgresOptions,
  { postgres }: PostgresBinaries,
  account: PostgresAccount,
  port: number,
): Promise<{ child: ChildProcess; complaint: string | undefined }> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  const log = await open(logFile, size > longestLog ? 'w' : 'a');
  const logStart = size > longestLog ? 0 : size;
  const parameters = { ...settings, ...(throwAway ? throwAwaySettings : {}), port: String(port) };
  const flags = Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // The log is a file and not a pipe: the server must outlive this process for the length of its shutdown.
  const child = account.spawn(postgres, ['-D', folder, ...flags], ['ignore', log.fd, log.fd]);
  const ended = once(child, 'exit');
  ended.catch(() => undefined); // 'error' instead of 'exit'; told by the exit code below
  await log.close();
  const giveUp = performance.now() + startPatience;
  while (child.exitCode === null && child.signalCode === null && performance.now() < giveUp) {
    if (await isReady(folder, child.pid)) {
      return { child, complaint: undefined };
    }
    await Promise.race([pause(15), ended]);
  }
  await stopChild(child, [['SIGKILL', 5_000]]);
  const said = await readFile(logFile);
  return { child, complaint: said.subarray(logStart).toString('utf8') };
}

/** PostgreSQL writes its state into the eighth line of its lock file. */
async function isReady(folder: string, pid: number | undefined): Promise<boolean> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

/** The wanted port if it is free on 127.0.0.1, else any free one. */
async function freePort(wanted: number | undefined): Promise<number> {
  for (const candidate of [wanted ?? 0, 0]) {
    const probe = createServer().listen({ port: candidate, host: '127.0.0.1', exclusive: true });
    try {
      await once(probe, 'listening');
      const { port } = probe.address() as AddressInfo;
      probe.close();
      await once(probe, 'close');
      return port;
    } catch {
      continue; // taken
    }
  }
  throw new StartFailure('There is no free port on 127.0.0.1 for the embedded PostgreSQL.');
}

/** Also in a folder from before there were two roles, or whose start was killed between them. */
async function ensureDatabase(server: string, appPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      databaseUser,
    ]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${databaseUser}`);
    }
    const { rowCount: appUsers } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [
      appUser,
    ]);
    await client.query(
      `${appUsers === 0 ? 'CREATE' : 'ALTER'} ROLE ${appUser} LOGIN PASSWORD ${client.escapeLiteral(appPassword)}`,
    );
  } finally {
    await client.end();
  }
}

/** If this process is killed without a chance to clean up, the guard stops the server. */
function guardAgainstOurDeath(
  server: ChildProcess,
  folder: string,
  removeParent: boolean,
): ChildProcess {
  const guard = fork(
    join(packageRoot(), 'scripts', 'postgres-guard.mjs'),
    [String(server.pid), folder, ...(removeParent ? [dirname(folder)] : [])],
    { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] },
  );
  guard.unref();
  guard.channel?.unref();
  return guard;
}

/** Tells a death from a stop, and lets the guard go either way. */
function watch(
  child: ChildProcess,
  guard: ChildProcess,
  logFile: string,
): { promise: Promise<string>; expect: () => void } {
  let expected = false;
  const promise = new Promise<string>((resolve) => {
    child.once('exit', () => {
      guard.kill('SIGKILL');
      if (!expected) {
        resolve(`The embedded PostgreSQL ended unexpectedly; its last words are in ${logFile}.`);
      }
    });
  });
  return {
    promise,
    expect: () => {
      expected = true;
    },
  };
}
