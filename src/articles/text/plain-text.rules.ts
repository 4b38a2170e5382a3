/** Makes text from outside safe to store and to write into any document: well-formed, without control characters. */

/** U+FFFE and U+FFFF, like the control characters, may stand in no XML document, hence in no feed. */
const unprintable = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu;

export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(unprintable, '');
}

/** One line for titles, names and captions: cleaned, every run of white space a single space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}
