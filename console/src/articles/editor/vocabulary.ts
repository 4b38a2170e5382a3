/** The elements that articles are written in, by the editor's names for them: all that the API keeps of a text. */

/** Blocks that are written as one element around what is in them. */
export const blockTags: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  descriptionList: 'dl',
  term: 'dt',
  description: 'dd',
  aside: 'aside',
  figure: 'figure',
  figcaption: 'figcaption',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
};

/** Marks that the editor has no button for; it keeps them as they are. */
export const quietMarks = {
  b: [],
  i: [],
  abbr: ['title'],
  cite: [],
  kbd: [],
  mark: [],
  q: ['cite'],
  small: [],
  sub: [],
  sup: [],
  time: ['datetime'],
} as const satisfies Record<string, readonly string[]>;

export const markTags: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  underline: 'u',
  code: 'code',
  link: 'a',
  ...Object.fromEntries(Object.keys(quietMarks).map((tag) => [tag, tag])),
};
