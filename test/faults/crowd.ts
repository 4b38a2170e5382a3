/** A steady, bounded crowd of readers, and what each of them was answered and when. */
import { setTimeout as pause } from 'node:timers/promises';

/** Somebody who asks the same again and again. */
export interface Caller {
  readonly who: string;
  readonly method?: string;
  readonly path: string | (() => string);
  readonly headers?: Record<string, string>;
  readonly body?: () => { type: string; text: string; headers?: Record<string, string> };
  /** What stands in a good answer. */
  readonly sees?: string;
  /** What may never stand in an answer to her, from this moment on (of `performance`). */
  readonly neverSees?: { readonly text: string; readonly from: number };
}

export interface Answered {
  readonly who: string;
  /** Milliseconds, of `performance`. */
  readonly askedAt: number;
  readonly took: number;
  /** 0 where there was no answer at all. */
  readonly status: number;
  readonly isGood: boolean;
  readonly isLeak: boolean;
  readonly saysWhen: boolean;
  /** The beginning of an answer that was not good. */
  readonly said: string;
}

/** Milliseconds between two questions of one caller, and questions that she has open at most. */
const rhythm = { between: 200, open: 60 };

/** Milliseconds after which nobody waits any longer. */
const patience = 45_000;

export class Crowd {
  readonly answers: Answered[] = [];
  private readonly stopping = new AbortController();
  private readonly loops: Promise<void>[] = [];

  constructor(private readonly url: string) {}

  add(...callers: Caller[]): void {
    for (const caller of callers) this.loops.push(this.keepAsking(caller));
  }

  async goHome(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
  }

  /** Waits until somebody is answered well who asked after this moment. */
  async firstGood(who: string, after: number, patiently = 15_000): Promise<number> {
    for (const end = performance.now() + patiently; performance.now() < end; await pause(10)) {
      const good = this.answers.find(
        (each) => each.who === who && each.isGood && each.askedAt >= after,
      );
      if (good !== undefined) return good.askedAt + good.took;
    }
    return Infinity;
  }

  lastWords(who: string): string {
    const last = this.answers.findLast((each) => each.who === who);
    return `${who} was last answered ${last?.status}: ${last?.said}`;
  }

  private async keepAsking(caller: Caller): Promise<void> {
    const open = new Set<Promise<void>>();
    while (!this.stopping.signal.aborted) {
      if (open.size < rhythm.open) {
        const asked: Promise<void> = this.askOnce(caller).finally(() => open.delete(asked));
        open.add(asked);
      }
      await pause(rhythm.between);
    }
    await Promise.all(open);
  }

  private async askOnce(caller: Caller): Promise<void> {
    const askedAt = performance.now();
    const { status, text, saysWhen } = await ask(this.url, caller);
    const { who, sees = '', neverSees } = caller;
    const isGood = status >= 200 && status < 400 && text.includes(sees);
    this.answers.push({
      who,
      askedAt,
      took: performance.now() - askedAt,
      status,
      isGood,
      isLeak: neverSees !== undefined && askedAt >= neverSees.from && text.includes(neverSees.text),
      saysWhen,
      said: isGood ? '' : text.slice(0, 300),
    });
  }
}

async function ask(
  url: string,
  { method = 'GET', path, headers, body }: Caller,
): Promise<{ status: number; text: string; saysWhen: boolean }> {
  const sent = body?.();
  try {
    const response = await fetch(`${url}${typeof path === 'string' ? path : path()}`, {
      method,
      headers: {
        ...headers,
        ...sent?.headers,
        ...(sent === undefined ? {} : { 'content-type': sent.type }),
      },
      ...(sent === undefined ? {} : { body: sent.text }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const saysWhen = response.headers.has('retry-after');
    return { status: response.status, text: await response.text(), saysWhen };
  } catch (error) {
    return { status: 0, text: String(error), saysWhen: false };
  }
}
