/** Starts the programs of a development start as processes of their own, and ends them in bounded time. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { packageRoot } from './package-root.js';
import { StartFailure } from './start-failure.js';

/** A signal, and the milliseconds that a process has to follow it before the next one. */
export type StopStep = readonly [signal: NodeJS.Signals, patience: number];

/** How long a service may take to say that it is ready. In milliseconds. */
const startPatience = 60_000;

/** How long a service may take to end after it has lost the channel to us. In milliseconds. */
const endPatience = 8_000;

/** Those that have said that they are ready, and so know what to do when the channel is closed. */
const ready = new WeakSet<ChildProcess>();

/** A child in its own process group, so that Ctrl-C reaches only the process that orders the shutdown. */
function forkApart(script: string, env: NodeJS.ProcessEnv): ChildProcess {
  return fork(script, {
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [
      '--import',
      pathToFileURL(join(packageRoot(), 'scripts', 'end-with-parent.mjs')).href,
    ],
  });
}

/** Runs a script to its end. @throws StartFailure when it does not end well */
export async function runToEnd(
  name: string,
  script: string,
  env: NodeJS.ProcessEnv,
  onStart: (child: ChildProcess) => void,
): Promise<void> {
  const child = forkApart(script, env);
  onStart(child);
  await once(child, 'exit');
  if (child.exitCode !== 0) {
    throw new StartFailure(`${name} failed (${howItEnded(child)}); the reason stands above.`);
  }
}

/** Starts a script that sends `{ ready: true }` once it serves, and ends when the channel is closed. */
export async function startService(
  name: string,
  script: string,
  env: NodeJS.ProcessEnv,
  onStart: (child: ChildProcess) => void,
): Promise<ChildProcess> {
  const child = forkApart(script, env);
  onStart(child);
  const outcome = await Promise.race([
    saysReady(child),
    once(child, 'exit').then(
      () => 'ended' as const,
      () => 'ended' as const, // it could not even be started
    ),
    pause(startPatience, 'silent' as const, { ref: false }),
  ]);
  if (outcome === 'ended') {
    throw new StartFailure(
      `${name} ended while it was starting (${howItEnded(child)}); the reason stands above.`,
    );
  }
  if (outcome === 'silent') {
    throw new StartFailure(`${name} did not get ready within ${startPatience / 1000} seconds.`);
  }
  ready.add(child);
  return child;
}

function saysReady(child: ChildProcess): Promise<'ready'> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'ready' in message) {
        resolve('ready');
      }
    });
  });
}

export function howItEnded({ exitCode, signalCode }: ChildProcess): string {
  return signalCode === null ? `exit code ${exitCode}` : `by ${signalCode}`;
}

/** Closes the channel to a service, which is its sign to end, and insists when it does not. */
export async function endService(child: ChildProcess): Promise<void> {
  if (child.connected && ready.has(child)) {
    child.disconnect();
    await endsWithin(child, endPatience);
  }
  await stopChild(child, [
    ['SIGTERM', 2_000],
    ['SIGKILL', 5_000],
  ]);
}

/** Sends one signal after the other until the process has ended. Does nothing to one that has. */
export async function stopChild(child: ChildProcess, steps: readonly StopStep[]): Promise<void> {
  for (const [signal, patience] of steps) {
    if (hasEnded(child)) {
      return;
    }
    child.kill(signal);
    await endsWithin(child, patience);
  }
}

async function endsWithin(child: ChildProcess, patience: number): Promise<void> {
  if (!hasEnded(child)) {
    await once(child, 'exit', { signal: AbortSignal.timeout(patience) }).catch(() => undefined);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
