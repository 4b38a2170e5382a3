/** Where entries of JSON go: to the process's output, all of one turn of the event loop at once. */
import type { DestinationStream } from 'pino';
import { jsonOnOneLine } from './one-line.rules.js';

class JsonLines implements DestinationStream {
  private waiting = '';

  constructor() {
    // Whatever ends the process, what it said last is what somebody will want to read.
    process.once('exit', () => this.flush());
  }

  /** @param entry as JSON, with the line's end behind it */
  write(entry: string): void {
    if (this.waiting === '') setImmediate(() => this.flush());
    this.waiting += `${jsonOnOneLine(entry.slice(0, -1))}\n`;
  }

  private flush(): void {
    const lines = this.waiting;
    this.waiting = '';
    if (lines !== '') process.stdout.write(lines);
  }
}

/** One for all loggers of the process: their entries stay in order. */
export const jsonLines = new JsonLines();
