/** Words that exist nowhere but behind a wall: wherever one of them is seen, something leaks. */
import { randomInt } from 'node:crypto';

const letters = 'bcdfghjklmnpqrstvwxz';
const randomLetters = (count: number): string =>
  Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('');

/** Every canary of this run begins so, so that also a piece of one is known. */
const stem = `q${randomLetters(9)}`;
const longestTail = 6;

/** Who may keep a text for everybody, among those who may see it. */
export const sharedCaches = 'a shared cache';

/** Where a canary sits. */
export interface Perch {
  readonly article: string;
  /** Like `caption`. */
  readonly place: string;
  /** The kinds of readers who may see it: those who are granted the text. */
  readonly seenBy: readonly string[];
}

const piece: Perch = { article: 'somewhere', place: 'a piece of a canary', seenBy: [] };

export class Canaries {
  private readonly perches = new Map<string, Perch>();
  /** Most answers are like others: what was searched once is known. */
  private readonly searched = new Map<string, ReadonlySet<string>>();

  /** A new word for this place; it holds letters only, so that it can be a slug, a word or an address. */
  perch(article: string, place: string, seenBy: readonly string[] = []): string {
    const word = `${stem}${randomLetters(longestTail)}`;
    this.perches.set(word, { article, place, seenBy });
    return word;
  }

  /** Every one that sits in this article. */
  of(article: string): string[] {
    return [...this.perches].filter(([, perch]) => perch.article === article).map(([word]) => word);
  }

  perchOf(word: string): Perch {
    return this.perches.get(word) ?? piece;
  }

  /** A word like the canaries' that nobody has ever written. */
  unheard(): string {
    return randomLetters(stem.length + longestTail);
  }

  /** The canaries in a text, in whatever dress. */
  in(text: string): ReadonlySet<string> {
    const known = this.searched.get(text);
    if (known !== undefined) return known;
    const found = new Set<string>();
    this.searched.set(text, found);
    for (const worn of dresses(text)) {
      const plain = worn.toLowerCase();
      for (let at = plain.indexOf(stem); at >= 0; at = plain.indexOf(stem, at + 1)) {
        found.add(plain.slice(at, at + stem.length + longestTail));
      }
    }
    return found;
  }
}

const dressed = /[%&\\]|[\w+/-]{24}/;

/** A text as it stands, and what it says where it is percent-encoded, escaped for HTML or JSON, hexadecimal or base64. */
function dresses(text: string): string[] {
  if (!dressed.test(text)) return [text];
  const undone = text
    .replace(/%([\da-f]{2})/gi, (_, code: string) => charOf(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});?/g, (_, code: string) => charOf(Number(code)))
    .replace(/&#x([\da-f]{1,6});?/gi, (_, code: string) => charOf(Number.parseInt(code, 16)))
    .replace(/\\u\{?([\da-f]{4,6})\}?/gi, (_, code: string) => charOf(Number.parseInt(code, 16)))
    .replace(/\\x([\da-f]{2})/gi, (_, code: string) => charOf(Number.parseInt(code, 16)));
  const packed = (text.match(/[\w+/-]{24,}/g) ?? []).flatMap(unpacked);
  return undone === text ? [text, ...packed] : [text, undone, ...packed];
}

const charOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

function unpacked(run: string): string[] {
  const hex = /^[\da-f]+$/i.test(run) ? [Buffer.from(run, 'hex').toString('latin1')] : [];
  // What is looked for may begin at any byte, so at any of four places of the run.
  const base64 = [0, 1, 2, 3].map((skip) =>
    Buffer.from(run.slice(skip), 'base64url').toString('latin1'),
  );
  return [...hex, ...base64];
}
