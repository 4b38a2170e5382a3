/** What a run of lives was like, in figures: told now and then while it goes on, and at its end. */
import { type Place, truthOf } from '../support/place.js';

export class Tally {
  runs = 0;
  people = 0;
  deeds = 0;
  kills = 0;
  private payments = 0;
  private readonly begun = performance.now();
  private readonly faults: Record<string, number> = {};

  constructor(private readonly whose: string) {}

  /** Counts what was paid, and what went wrong with events and calls, in a town that is about to be left. */
  async leave(place: Place): Promise<void> {
    const { struck, charges } = await truthOf(place);
    this.payments += charges.filter(({ status }) => status === 'succeeded').length;
    for (const [action, times] of Object.entries(struck)) {
      this.faults[action] = (this.faults[action] ?? 0) + times;
    }
  }

  tell(done = 'so far'): void {
    const seconds = (performance.now() - this.begun) / 1000;
    const figures = [
      `${this.runs} runs`,
      ...(this.kills > 0 ? [`${this.kills} kills`] : []),
      `${this.people} people`,
      `${this.deeds} deeds`,
      `${this.payments} payments`,
      ...Object.entries(this.faults).map(([action, times]) => `${action} ${times}`),
      `${Math.round(seconds)} s`,
      `${(this.deeds / seconds).toFixed(1)} deeds a second`,
    ];
    process.stdout.write(`${this.whose}, ${done}: ${figures.join(', ')}\n`);
  }
}
