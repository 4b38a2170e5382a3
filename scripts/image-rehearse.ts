/**
 * `npm run image:rehearse`: does the Dockerfile's steps in plain folders, for machines without a container engine, and
 * starts what comes out: in production mode, on an empty PostgreSQL with two roles, as another user and as process 1
 * where this one may do that. Says how large it is, how soon it is ready and how it ends. `--keep` leaves the folders.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedPostgres } from './embedded-postgres.js';
import { type Stage, environmentOf, execForm, lastOf, stagesOf } from './image/dockerfile.js';
import { buildInFolders, run } from './image/folders.js';
import { packageRoot } from './package-root.js';
import { somePort } from './ports.js';
import { startThrowAwayPostgres } from './throw-away-postgres.js';

const root = packageRoot();
const patience = 60_000;
/** Debian's nobody. */
const nobody = 65_534;

/** A folder that is the image's, and how it is run. */
class Rehearsed {
  private readonly isRoot = process.getuid?.() === 0;
  /** Signals that nobody answers are dropped at a container's first process. */
  readonly isFirst = this.isRoot && spawnSync('unshare', ['--pid', '--fork', 'true']).status === 0;

  constructor(
    readonly folder: string,
    private readonly image: Stage,
  ) {}

  /** Ends with its exit code. */
  do(command: readonly string[], environment: Record<string, string>): number | null {
    const [program = '', ...args] = command;
    const account = this.isRoot ? { uid: nobody, gid: nobody } : {};
    const env = this.environment(environment);
    return spawnSync(program, args, { cwd: this.folder, env, stdio: 'inherit', ...account }).status;
  }

  start(environment: Record<string, string>): ChildProcess {
    const command = execForm(lastOf(this.image, 'CMD'));
    const asNobody = ['--setuid', `${nobody}`, '--setgid', `${nobody}`];
    const [program = '', ...args] = this.isFirst
      ? ['unshare', '--pid', '--fork', '--kill-child', ...asNobody, ...command]
      : command;
    const env = this.environment(environment);
    return spawn(program, args, { cwd: this.folder, env, stdio: 'inherit' });
  }

  isHealthy(environment: Record<string, string>): boolean {
    return this.do(execForm(lastOf(this.image, 'HEALTHCHECK')), environment) === 0;
  }

  /** As in a container: nothing of this environment but the way to node. */
  private environment(given: Record<string, string>): Record<string, string> {
    const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
    return { PATH: path, ...environmentOf(this.image), ...given };
  }
}

async function rehearse(place: string): Promise<void> {
  const stages = stagesOf(await readFile(join(root, 'Dockerfile'), 'utf8'));
  const image = stages.at(-1);
  if (image === undefined) throw new Error('The Dockerfile has no stages.');
  const rehearsed = new Rehearsed(await buildInFolders(stages, root, place), image);
  const { folder } = rehearsed;
  console.log(`The image is ${image.base} and ${megabytes(folder)} more, of it`);
  for (const part of ['node_modules', 'dist', 'console/dist']) {
    console.log(`  ${part} ${megabytes(join(folder, part))}`);
  }
  const postgres = await startThrowAwayPostgres();
  try {
    await live(rehearsed, postgres);
  } finally {
    await postgres.stop();
  }
}

async function live(rehearsed: Rehearsed, postgres: EmbeddedPostgres): Promise<void> {
  const ofOwner = {
    DATABASE_OWNER_URL: postgres.connectionString,
    DATABASE_APP_ROLE: postgres.appRole,
  };
  demand(rehearsed.do(['node', 'dist/prisma/migrate.js'], ofOwner) === 0, 'It does not migrate.');
  const port = String(await somePort());
  const environment = {
    DATABASE_URL: postgres.appConnectionString,
    JWT_SECRET: randomBytes(48).toString('base64'),
    STRIPE_SECRET_KEY: 'sk_test_rehearsal',
    STRIPE_API_BASE: 'http://127.0.0.1:9',
    STRIPE_WEBHOOK_SECRETS: 'whsec_rehearsal',
    SMTP_URL: 'smtp://127.0.0.1:9',
    PUBLIC_URL: 'https://paper.test',
    PORT: port,
  };
  const began = performance.now();
  const app = rehearsed.start(environment);
  const ended = once(app, 'exit');
  try {
    await untilReady(port, app);
    const soon = Math.round(performance.now() - began);
    console.log(`Ready after ${soon} ms${rehearsed.isFirst ? ', as process 1' : ''}.`);
    demand(rehearsed.isHealthy(environment), 'The health check does not find it ready.');
    for (const path of ['/', '/admin', '/api/v1/plans']) {
      const { status } = await fetch(`http://127.0.0.1:${port}${path}`);
      demand(status === 200, `${path} answers ${status}.`);
    }
    const told = performance.now();
    // What was started is unshare, and the application its child.
    const pid = rehearsed.isFirst ? run('pgrep', ['-P', `${app.pid}`], '/').trim() : `${app.pid}`;
    process.kill(Number(pid), 'SIGTERM');
    await ended;
    console.log(`Ended ${Math.round(performance.now() - told)} ms after SIGTERM.`);
    demand(!rehearsed.isHealthy(environment), 'The health check finds somebody who is gone.');
  } finally {
    app.kill('SIGKILL');
  }
}

async function untilReady(port: string, app: ChildProcess): Promise<void> {
  for (const end = performance.now() + patience; performance.now() < end; await pause(25)) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
    if (app.exitCode !== null) break;
  }
  throw new Error('It did not become ready.');
}

function demand(is: boolean, complaint: string): void {
  if (!is) throw new Error(complaint);
}

const megabytes = (folder: string): string =>
  `${Math.round(Number.parseInt(run('du', ['-sk', folder], '/'), 10) / 1024)} MB`;

const place = await mkdtemp(join(tmpdir(), 'broadsheet-image-'));
try {
  await rehearse(place);
} finally {
  if (process.argv.includes('--keep')) console.log(`Kept in ${place}.`);
  else await rm(place, { recursive: true, force: true });
}
