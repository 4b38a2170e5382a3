/** What the rich editor can hold: every element that the API keeps of a text, as far as an editor can draw it. */
import { type AnyExtension, Extension, Mark, Node } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { quietMarks } from './vocabulary.js';

const attribute = (name: string, fallback: unknown = null) => ({
  default: fallback,
  parseHTML: (element: HTMLElement) => element.getAttribute(name),
});

/** The language of a part, wherever the API keeps it. */
const Language = Extension.create({
  name: 'language',
  addGlobalAttributes: () => [
    { types: '*', attributes: { lang: { ...attribute('lang'), keepOnSplit: false } } },
  ],
});

const quiet = Object.entries(quietMarks).map(([tag, attributes]) =>
  Mark.create({
    name: tag,
    excludes: '',
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addAttributes: () => Object.fromEntries(attributes.map((name) => [name, attribute(name)])),
  }),
);

const wrapping = (name: string, tag: string, content: string, group: string) =>
  Node.create({
    name,
    group,
    content,
    defining: true,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

const Picture = Image.extend({
  addAttributes: () => ({
    src: attribute('src'),
    alt: attribute('alt', ''),
    width: attribute('width'),
    height: attribute('height'),
  }),
}).configure({ inline: true, allowBase64: false });

/** A picture as a figure has it: by itself, not among words. */
const FigureImage = Node.create({
  name: 'figureImage',
  atom: true,
  selectable: true,
  parseHTML: () => [{ tag: 'img[src]', context: 'figure/', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
  addAttributes: () => ({
    src: attribute('src'),
    alt: attribute('alt', ''),
    width: attribute('width'),
    height: attribute('height'),
  }),
});

/** Code without `code` in its `pre` is text whose line breaks count. */
const isCode = (element: HTMLElement): boolean => element.querySelector(':scope > code') !== null;

const kit = StarterKit.configure({
  heading: { levels: [2, 3, 4] },
  link: { openOnClick: false, autolink: false, HTMLAttributes: { target: null, rel: null } },
  dropcursor: { width: 3, class: 'drop-cursor', color: false },
  codeBlock: false,
  bold: false,
  italic: false,
  strike: false,
  underline: false,
  code: false,
  blockquote: false,
  // What is added at the end of a text to stand in would be an empty paragraph to whoever saves it.
  trailingNode: false,
});

/** Marks with a button, each with its own element: `b` and `i` say something else. */
const marks = [
  { name: 'bold', tag: 'strong', key: 'Mod-b' },
  { name: 'italic', tag: 'em', key: 'Mod-i' },
  { name: 'strike', tag: 's', key: 'Mod-Shift-s' },
  { name: 'underline', tag: 'u', key: 'Mod-u' },
  { name: 'code', tag: 'code', key: 'Mod-e' },
].map(({ name, tag, key }) =>
  Mark.create({
    name,
    excludes: '',
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleMark(this.name) };
    },
  }),
);

const Quote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addAttributes: () => ({ cite: attribute('cite') }),
});

const Preformatted = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, 0],
  addAttributes: () => ({
    code: { default: true, parseHTML: isCode, rendered: false },
  }),
});

const table = [
  Table.extend({
    addAttributes: () => ({
      caption: {
        default: null,
        parseHTML: (element: HTMLElement) => element.querySelector('caption')?.textContent ?? null,
        renderHTML: ({ caption }) => ({ 'data-caption': caption as string | null }),
      },
    }),
    // A caption is no row: it is kept as an attribute.
    parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
    renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
  }).configure({ resizable: false, renderWrapper: false }),
  TableRow.extend({
    addAttributes: () => ({
      section: {
        default: null,
        parseHTML: (element: HTMLElement) => element.parentElement?.localName ?? null,
        rendered: false,
      },
    }),
  }),
  TableCell,
  TableHeader.extend({
    addAttributes() {
      return { ...this.parent?.(), scope: attribute('scope') };
    },
  }),
];

export const schema: AnyExtension[] = [
  kit,
  ...marks,
  ...quiet,
  Quote,
  Preformatted,
  Picture,
  FigureImage,
  wrapping('figure', 'figure', 'figcaption? (figureImage | block)+ figcaption?', 'block'),
  wrapping('figcaption', 'figcaption', 'inline*', ''),
  wrapping('aside', 'aside', 'block+', 'block'),
  wrapping('descriptionList', 'dl', '(term | description)+', 'block'),
  wrapping('term', 'dt', 'inline*', ''),
  wrapping('description', 'dd', 'block+', ''),
  ...table,
  Language,
];
