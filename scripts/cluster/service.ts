/** A program of ours in a cluster, as it was built: it says when it serves, ends as it is told and is started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { howItEnded } from '../child-process.js';
import { packageRoot } from '../package-root.js';
import { StartFailure } from '../start-failure.js';
import { type Household, failureOf } from './household.js';

/** Longer than a process waits for what it has in hand. */
const endPatience = 40_000;

interface Program {
  readonly name: string;
  /** From the root of the checkout. */
  readonly script: string;
  readonly port: number;
  readonly environment: NodeJS.ProcessEnv;
}

export class Service {
  readonly url: string;
  readonly port: number;
  private running: ChildProcess | undefined;

  constructor(
    private readonly house: Household,
    private readonly program: Program,
  ) {
    this.port = program.port;
    this.url = `http://127.0.0.1:${program.port}`;
  }

  /** @throws StartFailure with its last words */
  async start(): Promise<void> {
    const { name, script, port, environment } = this.program;
    const root = packageRoot();
    const withParent = pathToFileURL(join(root, 'scripts/end-with-parent.mjs')).href;
    const log = await open(join(this.house.folder, `${name}.log`), 'a');
    const child = spawn(process.execPath, ['--import', withParent, join(root, script)], {
      env: { ...environment, PORT: String(port) },
      cwd: root,
      // Ctrl-C reaches only the process that orders the end.
      detached: true,
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
    });
    await log.close();
    this.house.keep(child, [
      ['SIGTERM', 100],
      // Nobody asks any more: the second one cuts the drain short.
      ['SIGTERM', endPatience],
      ['SIGKILL', 5_000],
    ]);
    this.running = child;
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(async () => {
        throw await failureOf(this.house.folder, name, child);
      }),
    ]);
  }

  /** Milliseconds that it took. */
  async end(): Promise<number> {
    const child = this.running;
    if (child === undefined) throw new StartFailure(`${this.program.name} does not run.`);
    const told = performance.now();
    const ended = once(child, 'exit', { signal: AbortSignal.timeout(endPatience) });
    child.kill('SIGTERM');
    await ended;
    if (child.exitCode !== 0) {
      throw new StartFailure(`${this.program.name} did not end in order (${howItEnded(child)}).`);
    }
    return performance.now() - told;
  }
}
