/** Keeps the whole account in one JSON file, written whole and put in place at once, a moment after every change. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { everyShelf } from './shelves.js';
import type { World } from './world.js';

const WRITE_AFTER_MILLISECONDS = 80;
/** A big account is written less often, so that writing takes no more than a tenth of the time. */
const PAUSE_FACTOR = 10;
const VERSION = 1;

export class SnapshotFile {
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private dirty = false;
  private lastWriteMilliseconds = 0;

  constructor(
    private readonly path: string,
    private readonly world: World,
    private readonly log: (line: string) => void,
  ) {}

  /** Reads the file into the world; a missing one is an empty account. */
  async load(): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const text = await readIfThere(this.path);
    if (text === null) return;
    const kept = parse(text);
    if (kept === null) {
      throw new Error(
        `The simulator's state in ${this.path} cannot be read; move the file away to begin with an empty account.`,
      );
    }
    this.world.clock.restore(kept.offsetSeconds);
    for (const [name, shelf] of everyShelf(this.world.shelves)) {
      const objects = kept.shelves[name];
      // The file is written by this class alone, so its lists hold what their names say.
      if (Array.isArray(objects)) shelf.replaceAll(objects as { id: string }[]);
    }
  }

  /** Something has changed. */
  touch(): void {
    this.dirty = true;
    if (this.timer) return;
    this.timer = setTimeout(
      () => {
        this.flush().catch((error: unknown) => {
          this.log(`The simulator's state could not be written: ${String(error)}`);
        });
      },
      Math.max(WRITE_AFTER_MILLISECONDS, PAUSE_FACTOR * this.lastWriteMilliseconds),
    );
    this.timer.unref();
  }

  /** Writes what has changed and resolves when it is on disk. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    // A failed write was reported to whoever asked for it; the next one tries again.
    const write = () => this.write();
    this.writing = this.writing.then(write, write);
    await this.writing;
  }

  private async write(): Promise<void> {
    if (!this.dirty) return;
    this.dirty = false;
    const started = performance.now();
    const { clock, shelves } = this.world;
    const kept = Object.fromEntries(
      everyShelf(shelves).map(([name, shelf]) => [name, shelf.all()]),
    );
    const text = JSON.stringify({
      version: VERSION,
      offsetSeconds: clock.offsetSeconds,
      shelves: kept,
    });
    const temporary = `${this.path}.new`;
    try {
      await writeFile(temporary, text);
      await rename(temporary, this.path);
      this.lastWriteMilliseconds = performance.now() - started;
    } catch (error) {
      this.dirty = true;
      throw error;
    }
  }
}

interface Kept {
  offsetSeconds: number;
  shelves: Record<string, unknown>;
}

/** Null for anything that is not a snapshot of ours. */
function parse(text: string): Kept | null {
  try {
    const value: unknown = JSON.parse(text);
    const isOurs =
      typeof value === 'object' &&
      value !== null &&
      'version' in value &&
      value.version === VERSION &&
      'offsetSeconds' in value &&
      typeof value.offsetSeconds === 'number' &&
      'shelves' in value &&
      typeof value.shelves === 'object' &&
      value.shelves !== null;
    return isOurs ? (value as Kept) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
