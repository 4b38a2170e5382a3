/** What each fault did to the readers, as a line of a table. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answered } from './crowd.js';

export interface FaultLine {
  readonly fault: string;
  /** Milliseconds. */
  readonly lasted: number;
  readonly answers: number;
  readonly refused503: number;
  readonly otherFailures: number;
  /** Share answered well while it lasted, of each kind of caller. */
  readonly wentOn: Record<string, string>;
  /** Milliseconds, of whatever was asked while it lasted. */
  readonly slowest: number;
  /** Milliseconds from its end to the first text that a member read. */
  readonly recovered: number;
  /** Milliseconds from its end until a job that was written down then was done. */
  readonly jobsBack: number;
}

export class FaultTable {
  private readonly lines: FaultLine[] = [];

  /** Told at once, whatever becomes of the others. */
  add(line: FaultLine): void {
    this.lines.push(line);
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }

  /** Written into the results only when asked for: tests leave the tree as it is. */
  async end(file: string): Promise<void> {
    if (process.env['FAULTS_RESULTS'] !== '1') return;
    const folder = join(import.meta.dirname, '../../bench/results');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, file), `${JSON.stringify(this.lines, null, 2)}\n`);
  }
}

/** How many of each caller's questions were answered well, of those asked between two moments. */
export function shares(answers: readonly Answered[]): Record<string, string> {
  const counts = new Map<string, { good: number; all: number }>();
  for (const { who, isGood } of answers) {
    const count = counts.get(who) ?? { good: 0, all: 0 };
    counts.set(who, { good: count.good + Number(isGood), all: count.all + 1 });
  }
  return Object.fromEntries([...counts].map(([who, { good, all }]) => [who, `${good}/${all}`]));
}
