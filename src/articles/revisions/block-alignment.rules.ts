/** Finds which block of a text has become which block of its next version, by the words that they share. */
import { wordsOf } from '../text/words.rules.js';

export interface Alike {
  tag: string;
  text: string;
}

/** One was removed, one was added, or the second has become of the first. */
export type Aligned<T> = readonly [T, T] | readonly [T, null] | readonly [null, T];

/** What two blocks share of their words, at least, to be one that was changed. */
const enough = 0.4;

/** Pairs that are looked at; past it each block is only held against the one at its own place. */
const mostPairs = 400;

/** In the order of the text. */
export function alignedByWords<T extends Alike>(
  removed: readonly T[],
  added: readonly T[],
): Aligned<T>[] {
  const [older, newer] = [removed, added].map((blocks) =>
    blocks.map(({ text }) => new Set(wordsOf(text))),
  );
  const likeness = (a: number, b: number): number =>
    shared(older?.[a], newer?.[b]) ?? (removed[a]?.tag === added[b]?.tag ? 1 : 0);
  const pairs =
    removed.length * added.length <= mostPairs
      ? bestPairs(removed.length, added.length, likeness)
      : pairsInPlace(Math.min(removed.length, added.length), likeness);
  const aligned: Aligned<T>[] = [];
  let [a, b] = [0, 0];
  for (const [nextA, nextB] of [...pairs, [removed.length, added.length] as const]) {
    aligned.push(...removed.slice(a, nextA).map((block) => [block, null] as const));
    aligned.push(...added.slice(b, nextB).map((block) => [null, block] as const));
    const [before, after] = [removed[nextA], added[nextB]];
    if (before !== undefined && after !== undefined) aligned.push([before, after]);
    [a, b] = [nextA + 1, nextB + 1];
  }
  return aligned;
}

type Pair = readonly [number, number];
type Likeness = (a: number, b: number) => number;

function pairsInPlace(count: number, likeness: Likeness): Pair[] {
  return Array.from({ length: count }, (_, place): Pair => [place, place]).filter(
    ([a, b]) => likeness(a, b) >= enough,
  );
}

/** Those that keep the order and share the most together. */
function bestPairs(countA: number, countB: number, likeness: Likeness): Pair[] {
  let row = Array.from({ length: countB + 1 }, () => ({ sum: 0, pairs: [] as Pair[] }));
  for (let a = 0; a < countA; a += 1) {
    const above = row;
    row = [{ sum: 0, pairs: [] }];
    for (let b = 0; b < countB; b += 1) {
      const like = likeness(a, b);
      const corner = above[b] ?? { sum: 0, pairs: [] };
      const candidates = [above[b + 1] ?? corner, row[b] ?? corner];
      if (like >= enough)
        candidates.push({ sum: corner.sum + like, pairs: [...corner.pairs, [a, b]] });
      row.push(candidates.reduce((best, each) => (each.sum > best.sum ? each : best)));
    }
  }
  return row.at(-1)?.pairs ?? [];
}

/** From 0 to 1; null where neither has a word. */
function shared(
  a: ReadonlySet<string> = new Set(),
  b: ReadonlySet<string> = new Set(),
): number | null {
  if (a.size + b.size === 0) return null;
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return (2 * both) / (a.size + b.size);
}
