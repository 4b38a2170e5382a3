/** Keeps the ids of footnotes apart: what a link leads to stands in an article once. */
import { type HtmlNode, isElement } from './html-tree.rules.js';

/** The first element of each id keeps it. */
export function withEachIdOnce(nodes: readonly HtmlNode[], taken = new Set<string>()): HtmlNode[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    const { id, ...others } = node.attributes;
    const isFree = id !== undefined && !taken.has(id);
    if (isFree) taken.add(id);
    const attributes = id === undefined || isFree ? node.attributes : others;
    return { ...node, attributes, children: withEachIdOnce(node.children, taken) };
  });
}
