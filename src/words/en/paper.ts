/** What the pages say in English around articles: their lists, what stands beside a text, and when there is no line. */

export const paper = {
  lists: {
    pages: 'More pages',
    older: 'Older articles',
    newer: 'Newer articles',
    empty: 'Nothing has been printed here yet.',
    /** The title of what follows the first page. */
    continued: (title: string) => `${title}: older articles`,
  },

  tag: {
    kicker: 'All about',
    description: (tag: string, name: string) => `${tag}: everything ${name} has written about it.`,
  },

  author: {
    kicker: 'Author',
    description: (author: string, name: string) =>
      `${author}: everything that has appeared in ${name}.`,
  },

  furniture: {
    about: 'More about',
    moreFrom: (section: string) => `More from ${section}`,
    /** What a screen reader says of a table that may be wider than the page. */
    table: 'Table',
    backToText: 'Back to the text',
    /** Only on paper. */
    readAt: (address: string) => `Read at ${address}`,
    readOnAt: (address: string) => `The rest is for readers with access. Read on at ${address}`,
  },

  offline: {
    title: 'There is no connection',
    text: 'We keep nothing of yours on this device, so there is nothing to read until the line is back. Then load this page again.',
    again: 'Try again',
  },
};
