/** What an article must have, and how its address is made. */
import type { HeroImage } from '../article.js';
import { safeAddress } from '../text/html-attributes.rules.js';
import { hasWords } from '../text/html-structure.rules.js';
import { type HtmlNode, isElement, readHtml } from '../text/html-tree.rules.js';

export interface FieldRefusal {
  field: string;
  message: string;
}

/** What stands between a draft and its readers; empty when it may be published. */
export function missingForPublication(article: {
  title: string;
  slug: string;
  heroImage: HeroImage | null;
  bodyHtml: string;
}): FieldRefusal[] {
  const missing: FieldRefusal[] = [];
  if (article.title === '') missing.push({ field: 'title', message: 'A title is needed.' });
  if (article.slug === '') missing.push({ field: 'slug', message: 'A slug is needed.' });
  const text = readHtml(article.bodyHtml);
  if (!text.some(hasWords)) missing.push({ field: 'bodyHtml', message: 'A text is needed.' });
  for (const address of undescribedPictures(text)) {
    const message = `Describe the picture ${address} in its alt text for those who do not see it.`;
    missing.push({ field: 'bodyHtml', message });
  }
  if (article.heroImage !== null && !describes(article.heroImage.alt)) {
    missing.push({
      field: 'heroImage.alt',
      message: 'Describe the picture for those who do not see it.',
    });
  }
  return missing;
}

/** Their addresses, each once. A picture in journalism says something: none is decoration, with an alt text left empty. */
function undescribedPictures(nodes: readonly HtmlNode[]): string[] {
  const found = nodes.filter(isElement).flatMap(({ tag, attributes, children }) => {
    const isSilent = tag === 'img' && !describes(attributes['alt'] ?? '');
    return isSilent ? [attributes['src'] ?? ''] : undescribedPictures(children);
  });
  return [...new Set(found)];
}

const describes = (alt: string): boolean => hasWords({ text: alt });

/** A picture whose address cannot be kept even in a draft. */
export function refusedHero(heroImage: HeroImage | null | undefined): FieldRefusal[] {
  if (!heroImage || heroAddress(heroImage.url) !== null) return [];
  const message = 'Give an http(s) address or a path of this site that begins with "/".';
  return [{ field: 'heroImage.url', message }];
}

export function heroAddress(url: string): string | null {
  const address = safeAddress(url, ['http:', 'https:']);
  return address !== null && /^(https?:|\/)/.test(address) ? address : null;
}

/** The wanted slug, or the first one numbered after it that is not taken. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  let slug = wanted;
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}
