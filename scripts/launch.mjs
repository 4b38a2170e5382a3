/**
 * Runs one of Broadsheet's programs from the sources: `launch.mjs start | simulator | migrate | … | build`.
 * Builds first what has changed, then imports the program into this process, so that signals reach it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BuildFailure, buildWhatChanged, root } from './build.mjs';

/** @type {Record<string, string>} */
const programs = {
  start: 'dist/scripts/start.js',
  cluster: 'dist/scripts/cluster.js',
  simulator: 'simulator/dist/main.js',
  migrate: 'dist/prisma/migrate.js',
  migration: 'dist/tools/prisma/new-migration.js',
  reconcile: 'dist/scripts/reconcile.js',
  'stripe-setup': 'dist/scripts/stripe-setup.js',
  'stripe-doctor': 'dist/scripts/stripe-doctor.js',
  admin: 'dist/scripts/admin-create.js',
  'image-rehearse': 'dist/scripts/image-rehearse.js',
  'db-move': 'dist/scripts/db-move.js',
  'secrets-renew': 'dist/scripts/secrets-renew.js',
};

/** A new migration is written when the code does not compile yet, so it needs only itself. */
const stepsOf = {
  migration: ['migration tool'],
  default: ['client', 'simulator', 'app', 'console'],
};

const parent = process.ppid;

/** @param {string} name */
async function launch(name) {
  const program = programs[name];
  if (name !== 'build' && program === undefined) {
    throw new BuildFailure(`There is no program "${name}": ${Object.keys(programs).join(', ')}.`);
  }
  // An image for production brings what was built and leaves out the sources.
  if (existsSync(join(root, 'src'))) {
    await buildWhatChanged(name === 'migration' ? stepsOf.migration : stepsOf.default);
  }
  if (process.ppid !== parent) {
    return; // npm was killed during the build
  }
  if (program !== undefined) {
    const script = join(root, program);
    process.argv.splice(1, 2, script);
    await import(pathToFileURL(script).href);
  }
}

// Whoever reads the output may go away; that is no reason to end.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

try {
  await launch(process.argv[2] ?? '');
} catch (error) {
  if (!(error instanceof BuildFailure)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
