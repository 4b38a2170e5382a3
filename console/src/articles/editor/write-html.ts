/** Writes what stands in the editor as the HTML that articles are kept in, the paywall marker as its comment. */
import { escapedText, openingTag, paywallMarker } from './html-tree.js';
import { blockTags, markTags } from './vocabulary.js';

/** As the editor has it: ProseMirror's own JSON. */
export interface EditorNode {
  type: string;
  attrs?: Readonly<Record<string, unknown>>;
  content?: readonly EditorNode[];
  marks?: readonly EditorMark[];
  text?: string;
}

interface EditorMark {
  type: string;
  attrs?: Readonly<Record<string, unknown>>;
}

export const writeHtml = (document: EditorNode): string => blocks(document.content ?? []);

const blocks = (nodes: readonly EditorNode[]): string => nodes.map(block).join('');

/** Hold words as well as blocks: a paragraph that stands alone in them needs no `p`. */
const tight = new Set(['listItem', 'tableCell', 'tableHeader', 'description']);

function block(node: EditorNode): string {
  const { type, content = [], attrs } = node;
  switch (type) {
    case 'paywall':
      return paywallMarker;
    case 'horizontalRule':
      return '<hr>';
    case 'figureImage':
      return openingTag('img', attrs);
    case 'table':
      return table(node);
    case 'codeBlock':
      return element(
        'pre',
        attrs,
        isCode(node) ? `<code>${inline(content)}</code>` : inline(content),
      );
    default: {
      const tag = type === 'heading' ? `h${String(attrs?.['level'])}` : blockTags[type];
      if (tag === undefined) throw new Error(`The editor knows no way to write "${type}".`);
      const inside = holdsWords(type) ? inline(content) : blocks(content);
      return element(tag, written(node), tight.has(type) ? tightened(content, inside) : inside);
    }
  }
}

const isCode = ({ attrs }: EditorNode): boolean => attrs?.['code'] !== false;

const wordy = new Set(['paragraph', 'heading', 'codeBlock', 'figcaption', 'term']);
const holdsWords = (type: string): boolean => wordy.has(type);

function tightened(content: readonly EditorNode[], inside: string): string {
  const [first, ...rest] = content;
  if (first?.type !== 'paragraph' || first.attrs?.['lang']) return inside;
  // Words followed by a list are words of the item; two paragraphs stay two.
  if (rest.some(({ type }) => type === 'paragraph')) return inside;
  return inline(first.content ?? []) + blocks(rest);
}

/** What the editor keeps for itself is not written; nor is what is said by being left out. */
function written({ type, attrs = {} }: EditorNode): Record<string, unknown> {
  const { level: _level, section: _section, colwidth: _width, align: _align, ...rest } = attrs;
  const isLeftOut = (name: string, value: unknown): boolean =>
    name === 'type' ||
    (value === 1 && (name === 'colspan' || name === 'rowspan')) ||
    (value === 1 && name === 'start' && type === 'orderedList');
  return Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => !isLeftOut(name, value)),
  );
}

const element = (
  tag: string,
  attributes: Readonly<Record<string, unknown>> | undefined,
  inside: string,
): string => {
  const { code: _code, language: _language, ...rest } = attributes ?? {};
  return `${openingTag(tag, rest)}${inside}</${tag}>`;
};

/** Rows stand in the sections that they came in; of a new table, rows of nothing but headings are its head. */
function table({ content = [], attrs }: EditorNode): string {
  const { caption, lang } = attrs ?? {};
  let html = openingTag('table', { lang });
  if (typeof caption === 'string' && caption !== '') {
    html += element('caption', {}, escapedText(caption));
  }
  let open: string | null = null;
  content.forEach((row, index) => {
    const isHead = content.slice(0, index + 1).every(isHeadRow);
    const section = sectionOf(row) ?? (isHead && index < content.length - 1 ? 'thead' : 'tbody');
    if (section !== open) html += `${open === null ? '' : `</${open}>`}<${section}>`;
    open = section;
    html += block(row);
  });
  return `${html}${open === null ? '' : `</${String(open)}>`}</table>`;
}

const isHeadRow = ({ content = [] }: EditorNode): boolean =>
  content.every(({ type }) => type === 'tableHeader');

const sectionOf = ({ attrs }: EditorNode): string | null =>
  typeof attrs?.['section'] === 'string' ? attrs['section'] : null;

/** Marks that neighbours share are opened once. */
function inline(nodes: readonly EditorNode[]): string {
  let html = '';
  let open: readonly EditorMark[] = [];
  const close = (down: number): void => {
    for (const mark of open.slice(down).toReversed()) html += `</${tagOf(mark)}>`;
  };
  for (const node of nodes) {
    const marks = node.marks ?? [];
    const shared = sharedLength(open, marks);
    close(shared);
    for (const mark of marks.slice(shared)) html += openingTag(tagOf(mark), attributesOf(mark));
    open = marks;
    html += leaf(node);
  }
  close(0);
  return html;
}

function leaf({ type, text = '', attrs }: EditorNode): string {
  if (type === 'hardBreak') return '<br>';
  if (type === 'image') return openingTag('img', attrs);
  if (type !== 'text') throw new Error(`The editor knows no way to write "${type}" among words.`);
  return escapedText(text);
}

function sharedLength(open: readonly EditorMark[], next: readonly EditorMark[]): number {
  const differs = next.findIndex((mark, at) => JSON.stringify(mark) !== JSON.stringify(open[at]));
  return Math.min(open.length, differs === -1 ? next.length : differs);
}

function tagOf({ type }: EditorMark): string {
  const tag = markTags[type];
  if (tag === undefined) throw new Error(`The editor knows no way to write the mark "${type}".`);
  return tag;
}

/** How a link opens is the reader's page's to say. */
function attributesOf({ type, attrs = {} }: EditorMark): Readonly<Record<string, unknown>> {
  return type === 'link' ? { href: attrs['href'], lang: attrs['lang'] } : attrs;
}
