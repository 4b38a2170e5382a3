/** Asks for everything as everybody in every way, and tells where a canary was seen by whom it is not for. */
import { type Canaries, sharedCaches } from './canaries.js';
import type { Credential } from './leak-town.js';
import type { Way } from './ways-of-asking.js';
import type { Arrived, Wire } from './wire.js';

/** Something that an answer must not have done, in words. */
export type Fault = string;

export interface Question {
  target: string;
  credential: Credential;
  way: Way;
}

const atOnce = 24;

export class Sweep {
  readonly faults: Fault[] = [];
  asked = 0;

  constructor(
    private readonly wire: Wire,
    private readonly canaries: Canaries,
  ) {}

  async ask(questions: Question[]): Promise<void> {
    const waiting = questions.values();
    const worker = async (): Promise<void> => {
      for (const question of waiting) await this.put(question);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }

  /** @returns the canaries in what this reader was answered, though not in what she asked */
  async put(question: Question): Promise<{ answer: Arrived; seen: string[] }> {
    const { target, credential, way } = question;
    const path = way.path(target);
    const answer = await this.wire.send(way.method, path, {
      ...credential.headers,
      ...way.headers,
      ...cookies(credential, way),
    });
    this.asked += 1;
    const known = this.canaries.in(path);
    const all = [...this.canaries.in(answer.head), ...this.canaries.in(answer.body)];
    const seen = all.filter((word) => !known.has(word));
    this.faults.push(
      ...[...this.leaksIn(seen, credential), ...this.kept(seen, answer), ...manners(answer)].map(
        (fault) => `${describe(question, path)} → ${answer.status}: ${fault}`,
      ),
    );
    return { answer, seen };
  }

  /** What is not for everybody is kept by nobody. */
  private kept(seen: string[], { headers }: Arrived): Fault[] {
    const isForAll = seen.every((word) =>
      this.canaries.perchOf(word).seenBy.includes(sharedCaches),
    );
    return isForAll || headers['cache-control'] === 'private, no-store' ? [] : ['may be kept'];
  }

  /** One fault an answer: a text that goes out whole shows all its canaries. */
  private leaksIn(seen: string[], { reader }: Credential): Fault[] {
    const leaks = seen
      .map((word) => this.canaries.perchOf(word))
      .filter(({ seenBy }) => !seenBy.includes(reader))
      .map(({ article, place }) => `${place} of ${article}`);
    return leaks.length === 0 ? [] : [leaks.join(', ')];
  }
}

/** A way's own cookie comes beside the reader's, not instead of it. */
function cookies(credential: Credential, way: Way): Record<string, string> {
  const both = [credential.headers['cookie'], way.headers['cookie']].filter(
    (each) => each !== undefined,
  );
  return both.length === 0 ? {} : { cookie: both.join('; ') };
}

function describe({ credential, way }: Question, path: string): string {
  return `${way.method} ${path} as ${credential.reader} by ${credential.by} (${way.name})`;
}

/** Whatever is asked: no fault of ours, nothing for a cache with a cookie in it, no foreign host taken for ours. */
function manners({ status, headers, head, body }: Arrived): Fault[] {
  const mayBeShared = /\bpublic\b|s-maxage/.test(headers['cache-control'] ?? '');
  return [
    ...(status >= 500 ? [`failed: ${body.slice(0, 200)}`] : []),
    ...(mayBeShared && headers['set-cookie'] !== undefined ? ['a cookie for all'] : []),
    ...(!mayBeShared && isMark(headers['etag']) ? ['a mark on what is hers alone'] : []),
    ...(/evil\.test/.test(head + body) ? ['a foreign host'] : []),
  ];
}

/** What the desk counts its edits with says nothing of a text. */
const isMark = (etag: string | undefined): boolean => etag !== undefined && !/^"v\d+"$/.test(etag);
