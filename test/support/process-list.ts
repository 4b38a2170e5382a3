/** Lists what runs, to see whether a start has left anything behind. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** The command lines that mention a text, such as a folder that nothing else uses. */
export function processesWith(text: string): { pid: number; command: string }[] {
  return (process.platform === 'linux' ? fromProc() : fromPs()).filter(({ command }) =>
    command.includes(text),
  );
}

/** Waits until nothing runs any more that mentions the text; answers what still does after 10 seconds. */
export async function leftovers(text: string): Promise<string[]> {
  const end = performance.now() + 10_000;
  while (processesWith(text).length > 0 && performance.now() < end) {
    await pause(20);
  }
  return processesWith(text).map(({ command }) => command);
}

function fromProc(): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: commandLine(name) }));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // it has ended meanwhile
  }
}

function fromPs(): { pid: number; command: string }[] {
  const lines = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n');
  return lines.map((line) => ({ pid: Number.parseInt(line, 10), command: line }));
}
