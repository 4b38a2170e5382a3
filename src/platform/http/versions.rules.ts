/** How a version is written in `ETag`, and what `If-Match` demands of it (RFC 9110, 8.8.3 and 13.1.1). */

/** Any version that there is, or one of these marks. Weak ones are left out: they never match here. */
export type IfMatch = '*' | readonly string[];

const tag = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
const oneTag = new RegExp(tag, 'g');
/** Between two marks stands a comma; a list may have empty places. */
const listOfTags = new RegExp(`^(?:[ \\t]*,)*[ \\t]*${tag}(?:[ \\t]*,(?:[ \\t]*${tag})?)*[ \\t]*$`);

/** A strong mark, with its quotes. */
export const markOfVersion = (version: number): string => `"v${version}"`;

/** @returns null for what is no list of marks */
export function ifMatchFrom(value: string): IfMatch | null {
  if (value.trim() === '*') return '*';
  if (!listOfTags.test(value)) return null;
  return (value.match(oneTag) ?? []).filter((each) => !each.startsWith('W/'));
}

export const isMatched = (ifMatch: IfMatch, version: number): boolean =>
  ifMatch === '*' || ifMatch.includes(markOfVersion(version));
