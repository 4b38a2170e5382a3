/** Lets a few through at a time, for work that would otherwise take every connection from everybody else. */
import { unavailable } from '../http/problem.js';

interface Options {
  /** At work at once. */
  readonly places: number;
  /** Waiting for a place at most; whoever comes then is sent away at once. */
  readonly queue: number;
  /** Milliseconds that one waits. */
  readonly patience: number;
}

export class Turnstile {
  private readonly waiting: (() => void)[] = [];
  private inside = 0;

  constructor(private readonly options: Options) {}

  /** @throws Problem 503 `service/unavailable` where too many are at it */
  async through<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    const { places, queue, patience } = this.options;
    if (this.inside < places) {
      this.inside += 1;
      return;
    }
    if (this.waiting.length >= queue) throw tooMany();
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(tooMany());
      }, patience);
      this.waiting.push(enter);
    });
  }

  /** The place goes to who has waited longest, if anybody has. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.inside -= 1;
    else next();
  }
}

const tooMany = () => unavailable('Too many ask this at the moment; try again shortly.', 2);
