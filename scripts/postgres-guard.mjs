/**
 * Stops the embedded PostgreSQL when the process that started it was killed:
 * `postgres-guard.mjs PID DATA_FOLDER [FOLDER_TO_REMOVE]`. The loss of the channel to that process is the sign.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const [pidText, dataFolder = '', folderToRemove] = process.argv.slice(2);
const pid = Number(pidText);

/** @param {string | 0} name */
function signal(name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false; // it has ended
  }
}

function finish() {
  if (folderToRemove !== undefined) {
    rmSync(folderToRemove, { recursive: true, force: true });
  }
  process.exit();
}

// Ctrl-C and a closed terminal are for the starter to answer.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => undefined);
}

function stopServer() {
  signal('SIGINT');
  setInterval(() => {
    // The lock file tells it too: where nobody collects orphans an ended process keeps its id.
    if (!signal(0) || !existsSync(join(dataFolder, 'postmaster.pid'))) {
      finish();
    }
  }, 50);
  setTimeout(() => signal('SIGQUIT'), 20_000);
  setTimeout(finish, 30_000);
}

// The starter may be gone before anybody could listen for it.
if (process.connected) {
  process.once('disconnect', stopServer);
} else {
  stopServer();
}
