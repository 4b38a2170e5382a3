/** Which attributes an article's elements keep, and in what form. */
import { cleanLine, cleanText } from './plain-text.rules.js';

type Keep = (value: string) => string | null;

const matching =
  (pattern: RegExp): Keep =>
  (value) =>
    pattern.test(value.trim()) ? value.trim() : null;

const line: Keep = (value) => cleanLine(value);
const filledLine: Keep = (value) => cleanLine(value) || null;
const link: Keep = (value) => safeAddress(value, ['http:', 'https:', 'mailto:']);
const source: Keep = (value) => {
  const address = safeAddress(value, ['http:', 'https:']);
  return address !== null && /^(https?:|\/)/.test(address) ? address : null;
};
const pixels = matching(/^[1-9]\d{0,4}$/);
const span = matching(/^[1-9]\d{0,2}$/);

/** Of a footnote, and of the place in the text that it belongs to: no other ids exist in an article. */
const note = matching(/^fn[1-9]\d{0,2}$/);
const noteReference = matching(/^fnref[1-9]\d{0,2}$/);

const lang = matching(/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i);

/** In the order in which they are written. */
const keeps: Record<string, Record<string, Keep>> = {
  a: { href: link, id: noteReference },
  abbr: { title: filledLine },
  blockquote: { cite: link },
  img: { src: source, alt: line, width: pixels, height: pixels },
  li: { id: note },
  ol: { start: matching(/^-?\d{1,6}$/) },
  q: { cite: link },
  sup: { id: noteReference },
  td: { colspan: span, rowspan: span },
  th: { colspan: span, rowspan: span, scope: matching(/^(row|col|rowgroup|colgroup)$/) },
  time: { datetime: matching(/^[\dTZPWYDHMS:.+\- ]{1,40}$/) },
};

/** For the sanitiser's allow-list. */
export const keptAttributes: Record<string, string[]> = {
  '*': ['lang'],
  ...Object.fromEntries(Object.entries(keeps).map(([tag, rules]) => [tag, Object.keys(rules)])),
};

export function tidyAttributes(
  tag: string,
  attributes: Record<string, string>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, keep] of Object.entries({ ...keeps[tag], lang })) {
    const value = attributes[name];
    const tidy = value === undefined ? null : keep(value);
    if (tidy !== null) kept[name] = tidy;
  }
  // A picture without the attribute is read out by its file name; an empty one is passed over.
  if (tag === 'img') kept['alt'] ??= '';
  if (tag === 'a' && /^https?:/.test(kept['href'] ?? '')) kept['rel'] = 'external noopener';
  return kept;
}

/** An address that a browser resolves to one of these schemes or to a path of this site, else null. */
export function safeAddress(value: string, schemes: readonly string[]): string | null {
  const address = cleanText(value)
    .replace(/[\n\t]/g, '')
    .trim();
  const base = 'https://this-site.invalid/';
  if (address === '' || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  if (!/^[a-z][a-z\d+.-]*:/i.test(address)) {
    const own = url.host === 'this-site.invalid' && !/^[/\\]{2}/.test(address);
    return own ? encodeURI(address).replaceAll('%25', '%') : null;
  }
  if (!schemes.includes(url.protocol)) return null;
  const complete = url.protocol === 'mailto:' || /^https?:\/\//i.test(address);
  return complete ? url.href : null;
}
