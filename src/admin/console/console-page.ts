/** Writes into the console's page what it has to know before it can ask: whose it is, and the nonce of its styles. */
import type { Publication } from '../../platform/publication/publication.js';

export interface Frame {
  nonce: string;
  publication: Pick<Publication, 'name' | 'timeZone'>;
}

/** @param page as it was built, with `{{nonce}}`, `{{name}}` and `{{timeZone}}` in attributes */
export function consolePage(page: string, { nonce, publication }: Frame): string {
  const said: Record<string, string> = {
    nonce,
    name: publication.name,
    timeZone: publication.timeZone,
  };
  return page.replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) => inAttribute(said[word] ?? ''));
}

const inAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
