/** Counts what happens, by one word of few: a number in memory until somebody asks for it. */
import type { Metric, Sample } from './metric.js';

/** Words that are not named beforehand, like the names of limits: further ones are counted together. */
const mostWords = 100;

const others = 'other';

export class Counts<Word extends string = string> implements Metric {
  readonly type = 'counter';
  private readonly counts: Map<string, number>;

  /** @param words that are told of from the start, with none counted: a line that begins with one is no rise */
  constructor(
    readonly name: `broadsheet_${string}_total`,
    readonly help: string,
    private readonly label: string,
    words: readonly Word[] = [],
  ) {
    this.counts = new Map(words.map((word) => [word, 0]));
  }

  add(word: Word, times = 1): void {
    const counted = this.counts.get(word);
    if (counted !== undefined) this.counts.set(word, counted + times);
    else this.addNew(this.counts.size < mostWords ? word : others, times);
  }

  samples(): Sample[] {
    const { label } = this;
    return [...this.counts].map(([word, value]) => ({ labels: { [label]: word }, value }));
  }

  private addNew(word: string, times: number): void {
    this.counts.set(word, (this.counts.get(word) ?? 0) + times);
  }
}
