/** Slugs: the part of an address that names an article, a section, an author or a tag. */

/** Lower-case words and numbers, joined by single hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const LONGEST_SLUG = 120;

/** Made from any words; empty when none of them can be written in a-z and 0-9. */
export function slugFrom(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG - 10)
    .replace(/^-|-$/g, '');
}
