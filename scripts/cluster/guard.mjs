/**
 * Ends the programs of a cluster and removes its folder when the process that started them was killed:
 * `guard.mjs FOLDER`. It is told each program's id; the loss of the channel to that process is the sign.
 */
import { rmSync } from 'node:fs';

const [folder = ''] = process.argv.slice(2);

/** Milliseconds until whoever has not ended is made to. */
const patience = 5_000;

/** @type {number[]} */
const told = [];

/**
 * @param {number} pid
 * @param {string | 0} name
 */
function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false; // it has ended
  }
}

function finish() {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
  process.exit();
}

function endAll() {
  // The last one first: PostgreSQL ends when nobody asks it any more.
  for (const pid of told.toReversed()) {
    // Each leads a group of its own.
    signal(-pid, 'SIGCONT');
    signal(pid, 'SIGINT');
  }
  setInterval(() => {
    if (told.every((pid) => !signal(pid, 0))) finish();
  }, 50);
  setTimeout(() => told.forEach((pid) => signal(pid, 'SIGKILL')), patience);
  setTimeout(finish, 2 * patience);
}

// Ctrl-C and a closed terminal are for the starter to answer.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => undefined);
}

process.on('message', (pid) => told.push(Number(pid)));
if (process.connected) process.once('disconnect', endAll);
else endAll();
