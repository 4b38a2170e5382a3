/** Tells the editor's paywall marker from what she took for one, so that none is ever lost in silence. */

/** Letters that nobody sees: of no width, soft hyphens, fillers. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

export function isMarkerComment(data: string): boolean {
  return data.replace(unseen, '').trim().toLowerCase() === 'paywall';
}

/** `<`, then "paywall" with nothing but signs and spaces before and within; `<paywall-0>` is only a tag. */
const lookalike = /<[^\p{L}\p{N}<>]*pay[^\p{L}\p{N}<>]*wall(?!-\d)/iu;

/**
 * True where somebody meant to set a marker: a comment, a tag, one typed as words (`&lt;!--paywall--&gt;`),
 * with a typographer's dashes or full-width letters.
 */
export function looksMarked(html: string): boolean {
  const seen = html.replace(unseen, '').replace(/&(?:amp;)*(?:lt|#0*60|#x0*3c);?/gi, '<');
  return lookalike.test(seen.normalize('NFKC'));
}

/** The same of the words alone, however their letters are marked up. */
export function wordsLookMarked(cleanHtml: string): boolean {
  return looksMarked(cleanHtml.replace(/<[^>]*>/g, ''));
}
