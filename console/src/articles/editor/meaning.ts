/** Holds two texts against each other by what they say to a reader, whatever way their HTML is spelled. */
import { type HtmlElement, type HtmlNode, isElement, isInline, readHtml } from './html-tree.js';

/** Words, or something that stands among them, with the marks around it in no order. */
type Run = ({ text: string } | { leaf: string }) & { marks: string[] };

/** These hold words as well as blocks; words in them are read as a paragraph. */
const flow = new Set(['', 'li', 'td', 'th', 'dd', 'blockquote', 'aside', 'figure']);

export const sameMeaning = (one: string, other: string): boolean =>
  meaningOf(one) === meaningOf(other);

const meaningOf = (html: string): string => JSON.stringify(contentOf('', readHtml(html)));

/**
 * What the second text has not, in words; empty where they say the same.
 * @param kept how the first text is written by the rich editor
 */
export function lossesIn(html: string, kept: string): string[] {
  if (sameMeaning(html, kept)) return [];
  const before = countsIn(readHtml(html));
  const after = countsIn(readHtml(kept));
  const gone = [...before]
    .filter(([name, count]) => count > (after.get(name) ?? 0))
    .map(([name]) => name);
  return gone.length > 0 ? gone : ['where some elements stand, or how they are nested'];
}

function countsIn(nodes: readonly HtmlNode[], parent = '', counts = new Map<string, number>()) {
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const node of nodes) {
    if ('marker' in node) count(`the paywall marker ${parent && `within a <${parent}>`}`.trim());
    if (!isElement(node)) continue;
    count(`<${node.tag}>`);
    for (const name of Object.keys(meant(node))) count(`${name} of <${node.tag}>`);
    countsIn(node.children, node.tag, counts);
  }
  return counts;
}

/** How a link opens is made anew at each saving. */
function meant({ tag, attributes }: HtmlElement): Record<string, string> {
  const { rel: _rel, ...rest } = attributes;
  if (tag === 'ol' && rest['start'] === '1') delete rest['start'];
  for (const span of ['colspan', 'rowspan']) if (rest[span] === '1') delete rest[span];
  return Object.fromEntries(
    Object.entries(rest).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function contentOf(parent: string, nodes: readonly HtmlNode[]): unknown[] {
  if (parent === 'pre') return runsOf(onlyCode(nodes), { keepsSpace: true });
  if (!flow.has(parent)) {
    return nodes.some((node) => !isInline(node) && !('marker' in node))
      ? nodes.flatMap((node) => blockOf(node))
      : runsOf(nodes, { keepsSpace: false });
  }
  const content: unknown[] = [];
  let loose: HtmlNode[] = [];
  const gather = (): void => {
    const runs = runsOf(loose, { keepsSpace: false });
    if (runs.length > 0) content.push(['p', {}, runs]);
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) loose.push(node);
    else {
      gather();
      content.push(...blockOf(node));
    }
  }
  gather();
  return content;
}

function blockOf(node: HtmlNode): unknown[] {
  if ('marker' in node) return ['marker'];
  if (!isElement(node)) return node.text.trim() === '' ? [] : [node.text.trim()];
  const { tag, children } = node;
  const content = contentOf(tag, children);
  const isHollow = content.length === 0 && !['hr', 'td', 'th', 'tr'].includes(tag);
  return isHollow ? [] : [[tag, meant(node), content]];
}

/** A block of code is the same with `code` within its `pre` as without. */
function onlyCode(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const [only] = nodes;
  const isWrapped = nodes.length === 1 && only !== undefined && isElement(only);
  return isWrapped && only.tag === 'code' ? only.children : nodes;
}

function runsOf(nodes: readonly HtmlNode[], { keepsSpace }: { keepsSpace: boolean }): Run[] {
  const runs = nodes.flatMap((node) => runsIn(node, []));
  return merged(keepsSpace ? runs : withoutIdleSpace(runs));
}

function runsIn(node: HtmlNode, marks: readonly string[]): Run[] {
  if ('marker' in node) return [{ leaf: 'marker', marks: [] }];
  if ('text' in node) return [{ text: node.text, marks: [...new Set(marks)].toSorted() }];
  const here = `${node.tag}${JSON.stringify(meant(node))}`;
  if (node.tag === 'br') return [{ leaf: 'br', marks: [] }];
  if (node.tag === 'img') return [{ leaf: here, marks: [...marks] }];
  return node.children.flatMap((child) => runsIn(child, [...marks, here]));
}

/** As browsers show it: one space for many, none at either end of a block or of a line. */
function withoutIdleSpace(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  let isIdle = true;
  const trimEnd = (): void => {
    const last = kept.at(-1);
    if (last !== undefined && 'text' in last) last.text = last.text.replace(/ $/, '');
  };
  for (const run of runs) {
    if ('leaf' in run) {
      if (run.leaf === 'br') trimEnd();
      isIdle = run.leaf === 'br';
      kept.push(run);
      continue;
    }
    const spaced = run.text.replace(/[ \t\r\n\f]+/g, ' ');
    const text = isIdle ? spaced.replace(/^ /, '') : spaced;
    if (text === '') continue;
    isIdle = text.endsWith(' ');
    kept.push({ text, marks: run.marks });
  }
  trimEnd();
  return kept.filter((run) => 'leaf' in run || run.text !== '');
}

/** Neighbours of the same marks are one. */
function merged(runs: readonly Run[]): Run[] {
  const list: Run[] = [];
  for (const run of runs) {
    const last = list.at(-1);
    const isMore = 'text' in run && last !== undefined && 'text' in last;
    if (isMore && last.marks.join() === run.marks.join()) last.text += run.text;
    else list.push({ ...run });
  }
  return list;
}
