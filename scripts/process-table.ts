/** What the operating system knows of a process id: alive, since when, and running what. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface ProcessFacts {
  /** The command line, arguments separated by spaces. */
  readonly command: string;
  /** Tells this process from a later one with the same id; comparable, not readable. */
  readonly started: string;
}

const run = promisify(execFile);

/** Undefined for a process that does not run any more, also where nobody has collected its exit yet. */
export async function processFacts(pid: number): Promise<ProcessFacts | undefined> {
  return process.platform === 'linux' ? factsFromProc(pid) : factsFromPs(pid);
}

async function factsFromProc(pid: number): Promise<ProcessFacts | undefined> {
  try {
    const [stat, commandLine, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // The name in parentheses may itself hold spaces and parentheses (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticksSinceBoot] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') {
      return undefined;
    }
    return {
      command: commandLine.replaceAll('\0', ' ').trim(),
      started: `${boot.trim()}:${ticksSinceBoot}`,
    };
  } catch {
    return undefined; // it ended, perhaps between two of these reads
  }
}

async function factsFromPs(pid: number): Promise<ProcessFacts | undefined> {
  try {
    const { stdout } = await run('ps', ['-p', String(pid), '-o', 'stat=,lstart=,command=']);
    const [, state, started, command] =
      /^\s*(\S+)\s+(\S+ \S+ +\d+ \S+ \d+)\s+(.*)$/m.exec(stdout) ?? [];
    if (state === undefined || state.startsWith('Z') || !started || !command) {
      return undefined;
    }
    return { command, started };
  } catch {
    return undefined; // ps fails for an id that nobody has
  }
}

/** Waits until the process is gone; false when it still runs after `milliseconds`. */
export async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while ((await processFacts(pid)) !== undefined) {
    if (performance.now() > end) {
      return false;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
