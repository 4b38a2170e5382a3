/** Furnishes an article's text for a page: tables in boxes of their own, footnotes that say what they are, patient pictures. */

export interface FurnitureWords {
  table: string;
  backToText: string;
}

const noteLink = /<a href="#(fn(?:ref)?[1-9]\d{0,2})"([^>]*)>(.*?)<\/a>/gs;
const noteId = / id="(fn(?:ref)?[1-9]\d{0,2})"/g;

/**
 * @param html as the articles room stores it: what looks like a tag there is one, and its attributes stand in their order
 */
export function furnished(html: string, words: FurnitureWords): string {
  return withNotes(html, words)
    .replaceAll(
      '<table',
      `<div class="table-box" role="group" aria-label="${escaped(words.table)}" tabindex="0"><table`,
    )
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<img ', '<img loading="lazy" ');
}

/** A teaser shows the mark of a note that stands behind the cut; it leads nowhere, so it is no link. */
function withNotes(html: string, words: FurnitureWords): string {
  // Looked for once: a text may hold thousands of marks.
  const known = new Set(Array.from(html.matchAll(noteId), ([, id]) => id));
  return html.replace(noteLink, (_, target: string, attributes: string, inside: string) => {
    if (!known.has(target)) return inside;
    const role = target.startsWith('fnref')
      ? `role="doc-backlink" aria-label="${escaped(words.backToText)}"`
      : 'role="doc-noteref"';
    return `<a href="#${target}"${attributes} ${role}>${inside}</a>`;
  });
}

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
