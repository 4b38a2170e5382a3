/**
 * What only the database knows, asked when somebody wants to be told: seldom, one at a time, and never so that a
 * database which is away or slow holds up what the process knows by itself.
 */
import { within } from '../database/within.js';
import type { Metric, Sample } from './metric.js';

/** Milliseconds that an answer is good for: several who ask cost no more than one. */
const goodFor = 5_000;

/** Milliseconds that is waited for one. */
const patience = 2_000;

export interface Told {
  readonly help: string;
  /** Several lines of it, by this label. */
  readonly by?: string;
}

/** A number, several by word, or null where there is nothing to tell. */
export type Figure = number | null | ReadonlyMap<string, number>;

export interface LookOptions<Name extends string> {
  /** What is looked at, in a word. */
  readonly at: string;
  readonly figures: Readonly<Record<Name, Told>>;
  /** In few statements by index, whatever has grown. */
  readonly ask: () => Promise<Readonly<Record<Name, Figure>>>;
}

export class Look<Name extends string = string> {
  /** What is looked at, in a word. */
  readonly at: string;
  private figures: Readonly<Record<Name, Figure>> | null = null;
  private askedAt = -Infinity;
  private asking: Promise<void> | null = null;

  constructor(private readonly options: LookOptions<Name>) {
    this.at = options.at;
  }

  /** False where it could not be asked the last time. */
  get isAnswered(): boolean {
    return this.figures !== null;
  }

  get metrics(): Metric[] {
    const all = Object.entries<Told>(this.options.figures) as [Name, Told][];
    return all.map(([name, { help, by }]) => ({
      name,
      help,
      type: 'gauge',
      samples: () => samplesOf(this.figures?.[name] ?? null, by ?? ''),
    }));
  }

  /** Comes to its end in bounded time and never fails. */
  async refresh(): Promise<void> {
    if (performance.now() - this.askedAt < goodFor) return;
    this.asking ??= this.ask().finally(() => (this.asking = null));
    await within(patience, this.asking).catch(() => (this.figures = null));
  }

  private async ask(): Promise<void> {
    try {
      this.figures = await this.options.ask();
      this.askedAt = performance.now();
    } catch {
      // Told as a metric of its own: those who ask want to hear of it, every time.
      this.figures = null;
    }
  }
}

function samplesOf(figure: Figure, label: string): Sample[] {
  if (figure === null) return [];
  if (typeof figure === 'number') return [{ value: figure }];
  return [...figure].map(([word, value]) => ({ labels: { [label]: word }, value }));
}
