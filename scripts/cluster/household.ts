/** The programs of a cluster, on loopback and in one folder, of which nothing is left however this process ends. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type StopStep, howItEnded, stopChild } from '../child-process.js';
import { packageRoot } from '../package-root.js';
import { type PostgresAccount, chooseAccount } from '../postgres-account.js';
import { StartFailure } from '../start-failure.js';

/** Milliseconds until a program takes connections. */
const startPatience = 30_000;

/** Milliseconds between two looks. */
const beat = 20;

/** How a program is asked to end, and what follows where it does not. */
const politely: readonly StopStep[] = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

export class Household {
  private readonly running: { child: ChildProcess; steps: readonly StopStep[] }[] = [];

  private constructor(
    readonly folder: string,
    private readonly account: PostgresAccount,
    private readonly guard: ChildProcess,
  ) {}

  /** @param programs the folder of PostgreSQL's programs, which refuse to run as root */
  static async found(programs: string): Promise<Household> {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-cluster-'));
    // Its programs may run as another user, who must pass here.
    await chmod(folder, 0o711);
    const guard = fork(join(packageRoot(), 'scripts/cluster/guard.mjs'), [folder], {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
    });
    guard.unref();
    guard.channel?.unref();
    const account = await chooseAccount({ programs, parent: folder, data: join(folder, 'none') });
    return new Household(folder, account, guard);
  }

  /** A folder that the programs may write. */
  async room(name: string): Promise<string> {
    const room = join(this.folder, name);
    await mkdir(room, { mode: 0o700 });
    await this.give(room);
    return room;
  }

  /** Makes a file or folder the programs' own. */
  async give(path: string): Promise<void> {
    const { owner } = this.account;
    if (owner !== undefined) await chown(path, owner.uid, owner.gid);
  }

  /** Starts a program that stays, and waits until it answers. */
  async serve(
    name: string,
    program: string,
    args: string[],
    answers: () => Promise<boolean>,
  ): Promise<ChildProcess> {
    const log = await open(join(this.folder, `${name}.log`), 'a');
    const child = this.account.spawn(program, args, ['ignore', log.fd, log.fd]);
    await log.close();
    this.keep(child, politely);
    await Promise.race([
      until(name, answers),
      once(child, 'exit').then(async () => {
        throw await failureOf(this.folder, name, child);
      }),
    ]);
    return child;
  }

  /** Runs a program to its end. @throws StartFailure with its last words, where that is no good end */
  async do(name: string, program: string, args: string[]): Promise<void> {
    const log = await open(join(this.folder, `${name}.log`), 'a');
    const child = this.account.spawn(program, args, ['ignore', log.fd, log.fd]);
    await log.close();
    this.keep(child, politely);
    await once(child, 'exit');
    if (child.exitCode !== 0) throw await failureOf(this.folder, name, child);
  }

  /** Ends it with the cluster, the last one first. */
  keep(child: ChildProcess, steps: readonly StopStep[]): void {
    this.running.push({ child, steps });
    if (this.guard.connected && child.pid !== undefined) this.guard.send(child.pid);
  }

  async end(): Promise<void> {
    for (let next = this.running.pop(); next !== undefined; next = this.running.pop()) {
      // One that is held still would never hear of its end; each leads a group of its own.
      if (next.child.exitCode === null && next.child.pid !== undefined) letGo(next.child.pid);
      await stopChild(next.child, next.steps);
    }
    await rm(this.folder, { recursive: true, force: true });
    this.guard.kill('SIGKILL');
  }
}

/** With its last words. */
export async function failureOf(
  folder: string,
  name: string,
  child: ChildProcess,
): Promise<StartFailure> {
  const said = await readFile(join(folder, `${name}.log`), 'utf8').catch(() => '');
  const lines = said.trim().split('\n').slice(-5).join('\n');
  return new StartFailure(`${name} ended (${howItEnded(child)}):\n${lines}`);
}

function letGo(group: number): void {
  try {
    process.kill(-group, 'SIGCONT');
  } catch {
    return; // it has ended meanwhile
  }
}

async function until(name: string, answers: () => Promise<boolean>): Promise<void> {
  const giveUp = performance.now() + startPatience;
  while (performance.now() < giveUp) {
    if (await answers()) return;
    await pause(beat);
  }
  throw new StartFailure(`${name} does not answer.`);
}

/** Whether anybody takes connections on the port of this machine. */
export async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const answered = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return answered;
}
