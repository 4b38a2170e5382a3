/** Which passwords are good enough: long, not common, not made of the reader's own data. No composition rules. */

export type PasswordRefusal = 'too-short' | 'too-long' | 'common' | 'personal';

/** Characters as people count them (code points), after NFKC: NIST 800-63B-4 for a password alone. */
export const passwordLength = { least: 15, most: 256 };

/** Nobody's own words, yet the first that are tried here. */
const siteName = 'broadsheet';

/** One form for what keyboards write in several; the form that is counted and hashed. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * @param common lower-case words and phrases that are known from leaked lists
 * @returns why the password is refused, or null when it is good enough
 */
export function judgePassword(
  password: string,
  about: { email: string; name: string | null },
  common: ReadonlySet<string>,
): PasswordRefusal | null {
  const written = normalisePassword(password);
  const characters = [...written];
  if (characters.length < passwordLength.least) return 'too-short';
  if (characters.length > passwordLength.most) return 'too-long';
  const folded = written.toLowerCase();
  if (isPattern([...folded])) return 'common';
  if ([folded, withoutLeet(folded)].some((text) => isCommonWord(text, common))) return 'common';
  if (isPersonal(folded, about)) return 'personal';
  return null;
}

/** Too few different characters, one short piece again and again, or a straight run like 12345…. */
function isPattern(characters: readonly string[]): boolean {
  if (new Set(characters).size < 5) return true;
  const shortest = passwordLength.least;
  const longestPiece = Math.min(Math.floor(characters.length / 2), shortest - 1);
  for (let piece = 1; piece <= longestPiece; piece += 1) {
    if (characters.every((character, at) => at < piece || character === characters[at - piece])) {
      return true;
    }
  }
  return isRun(characters, 1) || isRun(characters, -1);
}

function isRun(characters: readonly string[], step: 1 | -1): boolean {
  return characters.every((character, at) => {
    const before = characters[at - 1];
    if (before === undefined) return true;
    if (/^\d$/.test(character) && /^\d$/.test(before)) {
      return (Number(before) + step + 10) % 10 === Number(character);
    }
    return (before.codePointAt(0) ?? 0) + step === character.codePointAt(0);
  });
}

/** "password-password-2026" is as common as "password"; two different words in a row begin to be a phrase. */
function isCommonWord(text: string, common: ReadonlySet<string>): boolean {
  if (common.has(text)) return true;
  const firstLetter = text.search(/\p{Letter}/u);
  return [0, firstLetter].some((start) => {
    for (let end = start + 3; start >= 0 && end <= text.length; end += 1) {
      const word = text.slice(start, end);
      if (common.has(word) && !/\p{Letter}/u.test(text.replaceAll(word, ' '))) return true;
    }
    return false;
  });
}

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

function withoutLeet(text: string): string {
  return text.replace(/(?<=[a-z@$])[01345@$](?=[a-z@$0])/g, (sign) => leet[sign] ?? sign);
}

/** What is left once the address, the name and the publication are taken out is hardly a word. */
function isPersonal(folded: string, about: { email: string; name: string | null }): boolean {
  const email = about.email.toLowerCase();
  const [mailbox = '', host = ''] = email.split('@');
  const words = [
    email,
    mailbox,
    host,
    siteName,
    ...mailbox.split(/[^\p{L}]+/u),
    ...host.split('.'),
  ];
  if (about.name !== null) words.push(...about.name.toLowerCase().split(/\s+/));
  let rest = folded;
  for (const word of words.filter((each) => each.length >= 4).sort((a, b) => b.length - a.length)) {
    rest = rest.replaceAll(word, ' ');
  }
  if (rest === folded) return false;
  return rest.replace(/[^\p{Letter}]/gu, '').length < 6;
}
