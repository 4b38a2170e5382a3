/** Builds the parts of Broadsheet whose sources have changed since they were last built. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withBuildLock } from './build-lock.mjs';

/** Why there is no build; the message is all that is shown. */
export class BuildFailure extends Error {}

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} inputs files and folders whose content decides whether it must run again
 * @property {string} output the folder it fills
 * @property {string} product the file without which the output is not whole
 * @property {string} [after] the step that must have ended before
 * @property {string[]} command a script of node_modules, and its arguments
 * @property {string} [folder] where it runs, if not in the checkout itself
 */

const settings = ['package-lock.json', 'tsconfig.json'];
const generated = 'src/platform/database/generated';

/** @type {Step[]} */
const steps = [
  {
    name: 'client',
    inputs: ['prisma/schema', 'prisma.config.ts', 'package-lock.json'],
    output: generated,
    product: 'client.ts',
    command: ['prisma/build/index.js', 'generate'],
  },
  {
    name: 'app',
    inputs: [...settings, 'tsconfig.build.json', 'nest-cli.json', 'src', 'scripts', 'prisma'],
    output: 'dist',
    product: 'src/main.js',
    after: 'client',
    command: ['@nestjs/cli/bin/nest.js', 'build'],
  },
  {
    name: 'simulator',
    inputs: ['package-lock.json', 'simulator/tsconfig.json', 'simulator/src'],
    output: 'simulator/dist',
    product: 'main.js',
    command: ['typescript/bin/tsc', '-p', 'simulator/tsconfig.json'],
  },
  {
    name: 'console',
    inputs: [
      'package-lock.json',
      'console/package.json',
      'console/tsconfig.json',
      'console/vite.config.ts',
      'console/index.html',
      'console/src',
    ],
    output: 'console/dist',
    product: 'index.html',
    command: ['vite/bin/vite.js', 'build'],
    folder: 'console',
  },
  {
    name: 'migration tool',
    inputs: [...settings, 'tsconfig.tools.json', 'scripts', 'prisma'],
    output: 'dist/tools',
    product: 'prisma/new-migration.js',
    command: ['typescript/bin/tsc', '-p', 'tsconfig.tools.json'],
  },
];

/** Read at run time, or by nobody: a change of these needs no build. */
const ignored = /\.spec\.tsx?$|^prisma\/migrations$|^src\/platform\/database\/generated$/;

/** @param {string[]} names */
export async function buildWhatChanged(names) {
  const wanted = steps.filter(({ name }) => names.includes(name));
  if ((await outdated(wanted)).length === 0) {
    return;
  }
  await withBuildLock(join(root, 'node_modules', '.cache', 'broadsheet-build.lock'), async () => {
    // Whoever had the lock may have built the same.
    const due = await outdated(wanted);
    if (due.length === 0) {
      return;
    }
    const first = due.some(({ step }) => !existsSync(join(root, step.output)));
    console.log(
      `Building Broadsheet (${first ? 'first start' : 'sources changed'}, under a minute)…`,
    );
    await runAll(due);
  });
}

/** @typedef {{ step: Step, hash: string }} Due */

/**
 * @param {Step[]} candidates
 * @returns {Promise<Due[]>}
 */
async function outdated(candidates) {
  const all = await Promise.all(
    candidates.map(async (step) => {
      const hash = await hashOf(step);
      const built = await readFile(hashFile(step), 'utf8').catch(() => '');
      const whole = existsSync(join(root, step.output, step.product));
      return { step, hash, isDue: built !== hash || !whole };
    }),
  );
  return all.filter(({ isDue }) => isDue);
}

/** @param {Step} step */
function hashFile(step) {
  return join(root, step.output, '.build-hash');
}

/** @param {Step} step */
async function hashOf({ inputs, command }) {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([process.versions.node.split('.')[0], command]));
  for (const input of inputs) {
    for (const path of await filesBelow(input)) {
      hash.update(`\0${path}\0`).update(await readFile(join(root, path)));
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path relative to the checkout; a file or a folder
 * @returns {Promise<string[]>}
 */
async function filesBelow(path) {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (entries === undefined) {
    return [path];
  }
  const kept = entries
    .map((entry) => ({ entry, child: `${path}/${entry.name}` }))
    .filter(({ child }) => !ignored.test(child))
    .sort((a, b) => (a.child < b.child ? -1 : 1));
  const nested = await Promise.all(
    kept.map(async ({ entry, child }) => (entry.isDirectory() ? filesBelow(child) : [child])),
  );
  return nested.flat();
}

/** @param {Due[]} due */
async function runAll(due) {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  signals.forEach((signal) => process.on(signal, abort));
  try {
    /** @type {Map<string, Promise<void>>} */
    const running = new Map();
    // In the order of the list, in which no step comes before the one that it waits for.
    for (const { step, hash } of due) {
      const before = running.get(step.after ?? '') ?? Promise.resolve();
      running.set(
        step.name,
        before.then(() => run(step, hash, stop.signal)),
      );
    }
    const results = await Promise.allSettled(running.values());
    const failed = results.find(({ status }) => status === 'rejected');
    if (stop.signal.aborted) {
      throw new BuildFailure('The build was interrupted.');
    }
    if (failed?.status === 'rejected') {
      throw failed.reason;
    }
  } finally {
    signals.forEach((signal) => process.off(signal, abort));
  }
}

/**
 * The hash is removed first and written last, so that a build which is killed is not taken for one.
 * @param {Step} step
 * @param {string} hash
 * @param {AbortSignal} signal
 */
async function run(step, hash, signal) {
  const [script = '', ...args] = step.command;
  const program = join(root, 'node_modules', script);
  if (!existsSync(program)) {
    throw new BuildFailure('The dependencies are not installed: run npm ci first.');
  }
  await rm(join(root, step.output), { recursive: true, force: true });
  const { code, output } = await runNode([program, ...args], step.folder ?? '.', signal);
  if (code !== 0) {
    throw new BuildFailure(`${output.trim()}\nThe build failed.`);
  }
  await mkdir(join(root, step.output), { recursive: true });
  await writeFile(hashFile(step), hash);
}

/**
 * @param {string[]} args
 * @param {string} folder from the checkout's root
 * @param {AbortSignal} signal
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runNode(args, folder, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: join(root, folder),
      stdio: ['ignore', 'pipe', 'pipe'],
      // React is another one in development, and Prisma would ask its maker for news.
      env: {
        ...process.env,
        NODE_ENV: 'production',
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
      signal,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', (/** @type {Error} */ error) =>
      signal.aborted ? resolve({ code: 1, output }) : reject(error),
    );
    child.on('close', (code) => resolve({ code, output }));
  });
}
