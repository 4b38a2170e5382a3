/** The disk of the embedded PostgreSQL is full, while people read. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, open, rm, rmdir, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BreakablePostgres } from './breakable-postgres.js';
import { FaultTable } from './fault-table.js';
import { TownUnderFire } from './town-under-fire.js';
import { under } from './under.js';

const run = promisify(execFile);

/** Only root may set up a small disk. */
const maySetUpDisk = process.platform === 'linux' && process.getuid?.() === 0;

let disk: string;
let postgres: BreakablePostgres;
let town: TownUnderFire;
const table = new FaultTable();

beforeAll(async () => {
  if (!maySetUpDisk) return;
  disk = await mkdtemp(join(tmpdir(), 'broadsheet-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', disk]);
  await chmod(disk, 0o711);
  postgres = await BreakablePostgres.start(disk);
  town = await TownUnderFire.start(postgres);
});

afterAll(async () => {
  if (!maySetUpDisk) return;
  await table.end('faults-disk.json');
  await town.stop();
  await postgres.remove();
  // A program of the server's may hold on to it for a moment longer.
  await run('umount', ['--lazy', disk]);
  await rmdir(disk);
});

async function fill(): Promise<string> {
  const ballast = join(disk, 'ballast');
  const file = await open(ballast, 'w');
  const { bsize, bavail } = await statfs(disk);
  const piece = Buffer.alloc(1024 * 1024);
  for (let left = bsize * bavail; left > 0; left -= piece.length) {
    await file.write(piece, 0, Math.min(left, piece.length)).catch(() => undefined);
  }
  await file.close();
  expect((await stat(ballast)).size).toBeGreaterThan(0);
  return ballast;
}

describe.runIf(maySetUpDisk)('While people read', () => {
  it('the disk is full for eight seconds', async () => {
    const { during, wrong } = await under(
      { town, table },
      {
        name: 'disk full for 8 s',
        happens: async () => {
          const ballast = await fill();
          // Whatever still fits into a page that there is already is written; a new page is not.
          await expect(
            postgres.ask(
              `create table too_much as select repeat('x', 1000) from generate_series(1, 100000)`,
            ),
          ).rejects.toMatchObject({ code: '53100' });
          await pause(8_000);
          await rm(ballast);
        },
      },
    );
    expect(wrong).toEqual([]);
    const members = during.filter(({ who }) => who === 'a member');
    expect(members.filter(({ isGood }) => isGood).length / members.length).toBeGreaterThan(0.9);
  });
});
