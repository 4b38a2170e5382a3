/** Decides as whom the embedded PostgreSQL runs: it refuses to run as root. */
import { execFile, spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StartFailure } from './start-failure.js';

/** Starts PostgreSQL's programs under the account that was chosen for one data folder. */
export interface PostgresAccount {
  /** Who must own what the programs are to write; undefined where that is this process's user anyway. */
  readonly owner: Owner | undefined;
  spawn(program: string, args: readonly string[], stdio: StdioOptions): ChildProcess;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** One way to start a program: words before it, or a user for the operating system to switch to. */
interface Way {
  readonly prefix: readonly string[];
  readonly user: Owner | undefined;
}

interface Places {
  /** The folder of PostgreSQL's programs. */
  readonly programs: string;
  /** The existing folder that holds, or will hold, the data folder. */
  readonly parent: string;
  /** The data folder, which keeps its owner if it exists. */
  readonly data: string;
}

const run = promisify(execFile);

/** In the order of preference. No account is made for a development database: `nobody` is everywhere. */
const serviceUsers = ['postgres', 'nobody'];

export async function chooseAccount(places: Places): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) {
    return accountFor({ prefix: [], user: undefined }, undefined);
  }
  const owner = (await ownerOf(places.data)) ?? (await serviceUser());
  const ways: Way[] = [
    { prefix: [], user: owner },
    { prefix: overridingModes(owner), user: undefined },
  ];
  for (const way of ways) {
    if (await mayEnter(way, places)) {
      return accountFor(way, owner);
    }
  }
  throw new StartFailure(
    `PostgreSQL does not run as root, and user ${owner.uid}, who would run it, may not enter ${places.programs} or ${places.parent}: move the checkout and DATA_DIR to folders that everybody may enter, or set DATABASE_URL.`,
  );
}

function accountFor(way: Way, owner: Owner | undefined): PostgresAccount {
  return {
    owner,
    spawn: (program, args, stdio) => {
      const words = [...way.prefix, program, ...args];
      return spawn(words[0] ?? program, words.slice(1), {
        ...way.user,
        stdio,
        // Its own process group, so that Ctrl-C reaches only the process that orders the shutdown.
        detached: true,
        cwd: '/', // which every account may enter
        env: environment(),
      });
    },
  };
}

/**
 * For a checkout below a folder that is root's alone, such as /root: the server keeps the one capability
 * to pass closed folders. Without `no_setuid_fixup` the kernel would forget it in access(2), by which
 * PostgreSQL looks for its own programs.
 */
function overridingModes({ uid, gid }: Owner): string[] {
  return [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
    '--',
  ];
}

async function mayEnter(way: Way, { programs, parent }: Places): Promise<boolean> {
  const question = ['-c', 'test -x "$1" && test -x "$2"', 'sh', programs, parent];
  const words = [...way.prefix, '/bin/sh', ...question];
  return run(words[0] ?? '/bin/sh', words.slice(1), { ...way.user, cwd: '/' }).then(
    () => true,
    () => false, // no, or there is no setpriv that can do this
  );
}

async function ownerOf(folder: string): Promise<Owner | undefined> {
  const found = await stat(folder).catch(() => undefined);
  return found === undefined || found.uid === 0 ? undefined : { uid: found.uid, gid: found.gid };
}

async function serviceUser(): Promise<Owner> {
  for (const name of serviceUsers) {
    try {
      const [user, group] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
      return { uid: Number(user.stdout), gid: Number(group.stdout) };
    } catch {
      continue; // this machine has no such user
    }
  }
  throw new StartFailure(
    'PostgreSQL does not run as root, and there is neither a user postgres nor nobody to run it: start Broadsheet as another user, or set DATABASE_URL.',
  );
}

/** Nothing of PG*, LC_* or LD_* from outside: the server is to behave the same on every machine. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, TEMP, SystemRoot } = process.env;
  return { PATH, TMPDIR, TEMP, SystemRoot, LC_ALL: 'C' };
}
