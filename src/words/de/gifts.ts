/** What the pages say in German about articles that members give, and about reading through an institution. */
import { pluralFor } from '../../platform/format/format.js';
import type { gifts as english } from '../en/gifts.js';

const plural = pluralFor('de');

const articles = (count: number) =>
  plural(count, { one: `${count} Artikel`, other: `${count} Artikel` });

export const gifts: typeof english = {
  reading: {
    through: (institution) => `Sie lesen über ${institution}.`,
    gift: 'Ein Geschenk eines Mitglieds. In diesem Browser öffnen Sie den Artikel wieder, sooft Sie möchten, solange der Link gilt.',
    refused: {
      expired: 'Dieser Artikel war ein Geschenk, und der Link dazu ist abgelaufen.',
      'used-up': 'Dieser Artikel war ein Geschenk und wurde so oft geöffnet, wie es ging.',
      withdrawn: 'Dieser Artikel war ein Geschenk, das es nicht mehr gibt.',
      unknown:
        'Dieser Geschenklink gehört nicht zu diesem Artikel. Vielleicht ist ein Teil davon verloren gegangen.',
    },
  },

  giving: {
    give: 'Artikel verschenken',
    hint: 'Verschenken Sie diesen Artikel an jemanden ohne Abo: Sie bekommen einen Link, der ihn öffnet.',
    title: 'Artikel, die Sie verschenken',
    standfirst:
      'Ein Link öffnet den ganzen Artikel für alle, die ihn haben, und verrät nichts über Sie.',
    ready: (article) => `Ihr Link zu „${article}“`,
    readyText: 'Kopieren Sie ihn und schicken Sie ihn, wem Sie möchten',
    link: (article) => `Link zu „${article}“`,
    left: (left, resetsOn) =>
      left === 0
        ? `Sie haben diesen Monat alles verschenkt, was Sie verschenken dürfen. Am ${resetsOn} beginnt die Zählung neu.`
        : `Diesen Monat dürfen Sie noch ${articles(left)} verschenken. Am ${resetsOn} beginnt die Zählung neu.`,
    notOffered: 'Zurzeit werden keine Artikel verschenkt. Was Sie verschenkt haben, gilt weiter.',
    given: 'Was Sie verschenkt haben',
    nothing:
      'Noch nichts. Unter jedem Artikel, den Sie mit Ihrem Abo lesen, steht, wie Sie ihn verschenken.',
    opened: (opened, openings) => `Geöffnet: ${opened} von ${openings}`,
    live: (date) => `gültig bis zum ${date}`,
    'used-up': 'niemand sonst kann ihn öffnen',
    over: (date) => `galt bis zum ${date}`,
    revoked: 'zurückgenommen',
    revoke: 'Zurücknehmen',
    revokeOf: (article) => `„${article}“ zurücknehmen`,
    toGifts: 'Was Sie verschenkt haben, und wie viel Sie noch verschenken dürfen',
    toAccount: 'Zurück zu Ihrem Konto',
    problems: {
      needsMembership:
        'Sie können verschenken, was Sie mit Ihrem Abo lesen, und diesen Artikel öffnet es nicht.',
      usedUp:
        'Sie haben diesen Monat alles verschenkt, was Sie verschenken dürfen; dieser Artikel wurde nicht verschenkt.',
      notNeeded: 'Diesen Artikel dürfen alle lesen: Schicken Sie einfach seine Adresse.',
    },
  },
};
