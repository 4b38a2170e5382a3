/** A clock that development and tests can move; its offset survives a restart. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Clock } from './clock.js';

export class AdjustableClock extends Clock {
  /** Milliseconds that the product's time is ahead of the machine's. */
  private offset: number;

  /** @param file where the offset is kept; without one it lives as long as the process */
  constructor(private readonly file?: string) {
    super();
    this.offset = file === undefined ? 0 : readOffset(file);
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  advance(seconds: number): void {
    this.keep(this.offset + seconds * 1000);
  }

  /** Moves the clock to an instant; it goes on running from there. */
  setTo(instant: Date): void {
    this.keep(instant.getTime() - Date.now());
  }

  private keep(offset: number): void {
    this.offset = offset;
    if (this.file === undefined) return;
    mkdirSync(dirname(this.file), { recursive: true });
    const draft = `${this.file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ offsetMilliseconds: offset }));
    renameSync(draft, this.file);
  }
}

function readOffset(file: string): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  const kept: unknown = JSON.parse(text);
  if (
    typeof kept === 'object' &&
    kept !== null &&
    'offsetMilliseconds' in kept &&
    typeof kept.offsetMilliseconds === 'number'
  ) {
    return kept.offsetMilliseconds;
  }
  throw new Error(`${file} does not hold a clock offset; delete it to go back to the present.`);
}
