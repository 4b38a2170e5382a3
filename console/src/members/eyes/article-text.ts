/** The text of an article without its dress: what she reads is to be judged here, not how it looks. */

export interface TextBlock {
  key: string;
  text: string;
}

const blocks = 'p, h2, h3, h4, li, blockquote, figcaption, pre, td, th';

/** Read in a document of its own, which runs and loads nothing. */
export function textBlocks(html: string): TextBlock[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.querySelectorAll(blocks)]
    .filter((element) => element.querySelector(blocks) === null)
    .map((element, place) => ({ key: `block-${place}`, text: element.textContent.trim() }))
    .filter(({ text }) => text !== '');
}
