/** The folder that holds everything of a development installation, and the lock that one start has on it. */
import { link, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { processFacts } from './process-table.js';
import { codeOf, StartFailure } from './start-failure.js';

export interface DataFolder {
  /** Absolute, without symbolic links. */
  readonly path: string;
  /** Lets the next start have it. */
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly started: string;
}

/** @param folder made when it is absent; relative to the working directory */
export async function takeDataFolder(folder: string): Promise<DataFolder> {
  await mkdir(resolve(folder), { recursive: true });
  const path = await realpath(folder);
  const lockFile = join(path, 'start.lock');
  const me: Holder = {
    pid: process.pid,
    started: (await processFacts(process.pid))?.started ?? '',
  };
  const mine = `${lockFile}.${process.pid}`;
  await writeFile(mine, JSON.stringify(me));
  try {
    while (!(await linked(mine, lockFile))) {
      await clearIfStale(lockFile, mine);
    }
  } finally {
    await rm(mine, { force: true });
  }
  return { path, release: () => rm(lockFile, { force: true }) };
}

/** Gives the lock its name with its content already in it; false when somebody has it. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

/** Throws when the holder is alive. An id alone says nothing: after a killed run it may be another program's. */
async function clearIfStale(lockFile: string, mine: string): Promise<void> {
  const text = await readFile(lockFile, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return; // given back meanwhile
  }
  const holder = parseHolder(text);
  const running = holder === undefined ? undefined : await processFacts(holder.pid);
  if (running !== undefined && running.started === holder?.started) {
    throw new StartFailure(
      `Broadsheet is already running on the data in this DATA_DIR (process ${holder.pid}): stop it, or set DATA_DIR and PORT to others.`,
    );
  }
  // Moved aside before it is removed: if another start was faster, this moves that one's lock and gives it back.
  const aside = `${mine}.stale`;
  await rename(lockFile, aside).catch(() => undefined);
  if ((await readFile(aside, 'utf8').catch(() => text)) !== text) {
    await link(aside, lockFile).catch(() => undefined);
  }
  await rm(aside, { force: true });
}

/** A crash of the machine may have left anything in the file. */
function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, started } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}
