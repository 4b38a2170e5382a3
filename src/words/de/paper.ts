/** What the pages say in German around articles: their lists, what stands beside a text, and when there is no line. */
import type { paper as english } from '../en/paper.js';

export const paper: typeof english = {
  lists: {
    pages: 'Weitere Seiten',
    older: 'Ältere Artikel',
    newer: 'Neuere Artikel',
    empty: 'Hier ist noch nichts erschienen.',
    continued: (title) => `${title}: ältere Artikel`,
  },

  tag: {
    kicker: 'Alles über',
    description: (tag, name) => `${tag}: alles, was ${name} darüber geschrieben hat.`,
  },

  author: {
    kicker: 'Aus der Feder von',
    description: (author, name) => `${author}: alles, was in ${name} erschienen ist.`,
  },

  furniture: {
    about: 'Mehr über',
    moreFrom: (section) => `Mehr aus ${section}`,
    table: 'Tabelle',
    backToText: 'Zurück zum Text',
    readAt: (address) => `Gelesen unter ${address}`,
    readOnAt: (address) => `Der Rest ist für alle mit Zugang. Weiterlesen unter ${address}`,
  },

  offline: {
    title: 'Es gibt keine Verbindung',
    text: 'Wir behalten nichts von Ihnen auf diesem Gerät, deshalb gibt es nichts zu lesen, bis die Leitung wieder steht. Laden Sie die Seite dann neu.',
    again: 'Noch einmal versuchen',
  },
};
