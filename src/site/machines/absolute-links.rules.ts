/** Makes an article's addresses whole, for readers who see it elsewhere than on this site. */
import {
  type HtmlNode,
  isElement,
  readHtml,
  writeHtml,
} from '../../articles/text/html-tree.rules.js';

const addresses = ['href', 'src', 'cite'];

/**
 * @param html as it is stored
 * @param origin without a slash at the end
 */
export function absoluteLinks(html: string, origin: string): string {
  return writeHtml(readHtml(html).map((node) => withOrigin(node, origin)));
}

function withOrigin(node: HtmlNode, origin: string): HtmlNode {
  if (!isElement(node)) return node;
  const attributes = { ...node.attributes };
  for (const name of addresses) {
    const address = attributes[name];
    if (address?.startsWith('/') === true) attributes[name] = `${origin}${address}`;
  }
  const children = node.children.map((child) => withOrigin(child, origin));
  return { ...node, attributes, children };
}
