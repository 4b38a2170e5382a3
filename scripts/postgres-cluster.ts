/** The data folder of the embedded PostgreSQL: made once, checked and healed before each start. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PostgresAccount } from './postgres-account.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { isGoneWithin, processFacts } from './process-table.js';
import { StartFailure } from './start-failure.js';

/** What a client needs to know of the cluster besides its address. Kept in the data folder itself. */
export interface ClusterFacts {
  /** The owner's. */
  readonly password: string;
  /** The application's; absent in a folder that was made when it was the owner itself. */
  readonly appPassword?: string;
  /** The port of the last start; used again when it is free. */
  readonly port?: number;
}

/** Owns the database, and migrates it. */
export const databaseUser = 'broadsheet';
/** Whom the application connects as. */
export const appUser = 'broadsheet_app';

/** An id above every system's highest, so that no process ever has it. */
const nobodysProcessId = 99_999_999;
const factsFile = 'broadsheet.json';

/** Refuses a data folder that this PostgreSQL cannot open. True if there is none yet. */
export async function isAbsent(folder: string, major: number): Promise<boolean> {
  const content = await readdir(folder).catch(() => []);
  if (content.length === 0) {
    return true;
  }
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) {
    throw new StartFailure(
      `${folder} is not a data folder of PostgreSQL: move it away, and a new one is made.`,
    );
  }
  if (version.trim() !== String(major)) {
    throw new StartFailure(
      `${folder} was made by PostgreSQL ${version.trim()}, and this Broadsheet brings ${major}: dump it with the old version and restore it, or move the folder away to begin with a new one.`,
    );
  }
  return false;
}

/**
 * Makes the data folder beside its place and moves it there as the last step, so that a start which is
 * killed meanwhile leaves nothing that looks like a cluster.
 */
export async function createCluster(
  folder: string,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  durable: boolean,
): Promise<void> {
  await removeHalfMade(folder);
  const draft = `${folder}.new-${process.pid}`;
  const passwordFile = `${draft}.password`;
  const password = randomBytes(24).toString('base64url');
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    await giveTo(account, draft, passwordFile);
    await runInitdb(draft, passwordFile, binaries, account, durable);
    await saveFacts(draft, { password });
    await rm(folder, { recursive: true, force: true }); // at most an empty folder
    await rename(draft, folder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function removeHalfMade(folder: string): Promise<void> {
  const siblings = await readdir(dirname(folder));
  const drafts = siblings.filter((name) => name.startsWith(`${basename(folder)}.new-`));
  await Promise.all(
    drafts.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })),
  );
}

async function giveTo({ owner }: PostgresAccount, ...paths: string[]): Promise<void> {
  if (owner !== undefined) {
    await Promise.all(paths.map((path) => chown(path, owner.uid, owner.gid)));
  }
}

function runInitdb(
  draft: string,
  passwordFile: string,
  { initdb }: PostgresBinaries,
  account: PostgresAccount,
  durable: boolean,
): Promise<void> {
  const child = account.spawn(
    initdb,
    [
      `--pgdata=${draft}`,
      `--username=${databaseUser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of words on every machine, whatever languages it has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync']),
    ],
    ['ignore', 'ignore', 'pipe'],
  );
  return new Promise((resolve, reject) => {
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new StartFailure(explainPostgres(complaint, dirname(draft))));
      }
    });
  });
}

export async function readFacts(folder: string): Promise<ClusterFacts> {
  const text = await readFile(join(folder, factsFile), 'utf8').catch(() => {
    throw new StartFailure(
      `${folder} has lost its ${factsFile}, which holds the database's password: restore that file, or move the folder away to begin with a new one.`,
    );
  });
  return JSON.parse(text) as ClusterFacts;
}

export async function saveFacts(folder: string, facts: ClusterFacts): Promise<void> {
  const draft = join(folder, `${factsFile}.new`);
  await writeFile(draft, JSON.stringify(facts), { mode: 0o600 });
  await rename(draft, join(folder, factsFile));
}

/**
 * Clears away what a killed start left: a server that nobody owns any more is stopped, and a lock file
 * that names another program's process is made to name nobody's.
 */
export async function healCluster(folder: string): Promise<void> {
  const lockFile = join(folder, 'postmaster.pid');
  if (!existsSync(lockFile)) {
    return;
  }
  const lines = (await readFile(lockFile, 'utf8')).split('\n');
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  if (!Number.isInteger(pid) || pid === 0) {
    await rm(lockFile); // cut short by a crash; PostgreSQL would refuse it
    return;
  }
  const running = await processFacts(pid);
  if (running?.command.includes(folder) === true && running.command.includes('postgres')) {
    await stopOrphan(pid, folder);
  } else {
    // Kept and not removed: PostgreSQL still reads from it whether the old one's memory is in use.
    await writeFile(lockFile, [nobodysProcessId, ...lines.slice(1)].join('\n'));
  }
}

async function stopOrphan(pid: number, folder: string): Promise<void> {
  const signals: [NodeJS.Signals, number][] = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, patience] of signals) {
    signalIfThere(pid, signal);
    if (await isGoneWithin(pid, patience)) {
      return;
    }
  }
  throw new StartFailure(
    `A PostgreSQL of an earlier start (process ${pid}) holds ${folder} and cannot be stopped.`,
  );
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    return; // it has ended meanwhile
  }
}

/** One sentence from what PostgreSQL's programs print when they give up. */
export function explainPostgres(output: string, folder: string): string {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return `The disk that holds ${folder} is full: free some space and start again.`;
  }
  const reason = /(?:FATAL|PANIC|error):\s+(.+)/.exec(output)?.[1] ?? output.trim().split('\n')[0];
  return `PostgreSQL could not be started in ${folder}: ${reason || 'it gave no reason'}.`;
}
