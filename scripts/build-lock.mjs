/** Lets one process at a time build this checkout, and forgives one that was killed at it. */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** No build takes so long; the process id in an older lock belongs to something else. In milliseconds. */
const longestBuild = 5 * 60_000;

/**
 * @param {string} file
 * @param {() => Promise<void>} work
 */
export async function withBuildLock(file, work) {
  await mkdir(dirname(file), { recursive: true });
  const told = performance.now() + 1_000;
  let waiting = false;
  while (!(await take(file))) {
    await clearIfStale(file);
    if (!waiting && performance.now() > told) {
      waiting = true;
      console.log('Another process is building Broadsheet; waiting for it…');
    }
    await pause(100);
  }
  try {
    await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** @param {string} file */
async function take(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
async function clearIfStale(file) {
  const found = await Promise.all([readFile(file, 'utf8'), stat(file)]).catch(() => undefined);
  if (found === undefined) {
    return; // given back meanwhile
  }
  const [owner, { mtimeMs }] = found;
  const age = Date.now() - mtimeMs;
  // An empty lock is one that is being written at this moment.
  const isHeld = owner === '' ? age < 5_000 : isAlive(Number(owner)) && age < longestBuild;
  if (isHeld) {
    return;
  }
  // Moved aside before it is removed: if another process was faster, this moves that one's lock and
  // gives it back.
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => owner);
  if (moved === owner) {
    await rm(aside, { force: true });
  } else {
    await rename(aside, file);
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
