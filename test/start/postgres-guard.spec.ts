/** The guard of a database server whose starter is killed in the moment in which it begins to watch. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const guard = join(import.meta.dirname, '../../scripts/postgres-guard.mjs');

/** Keeps the guard from beginning until its starter is gone. */
const late = `data:text/javascript,
  if (process.connected) await new Promise((gone) => process.once('disconnect', gone));`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-guard-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a database server whose starter is killed', () => {
  it('before its guard could watch is stopped all the same', async () => {
    const server = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    const stopped = once(server, 'exit');
    const watching = fork(guard, [String(server.pid), folder], { execArgv: ['--import', late] });
    const ended = once(watching, 'exit');
    watching.disconnect();
    expect(await ended).toEqual([0, null]);
    server.kill('SIGKILL');
    expect(await stopped).toEqual([null, 'SIGINT']);
  });
});
