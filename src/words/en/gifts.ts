/** What the pages say in English about articles that members give, and about reading through an institution. */

import { pluralFor } from '../../platform/format/format.js';

const plural = pluralFor('en');

const articles = (count: number) =>
  plural(count, { one: `${count} article`, other: `${count} articles` });

export const gifts = {
  reading: {
    through: (institution: string) => `You are reading through ${institution}.`,
    gift: 'A gift from a member. Open it again from this browser whenever you like, while it is good.',
    refused: {
      expired: 'This article was a gift, and its days are over.',
      'used-up': 'This article was a gift, and has been opened as often as it could be.',
      withdrawn: 'This article was a gift, which is not to be had any more.',
      unknown: 'This gift link does not belong to this article. Perhaps a part of it got lost.',
    },
  },

  giving: {
    give: 'Give this article',
    hint: 'Give this article to somebody who is not a member: you get a link that opens it.',
    title: 'Articles you give',
    standfirst: 'A link opens the whole article to whoever holds it, and says nothing of you.',
    ready: (article: string) => `Your link to “${article}”`,
    readyText: 'Copy this and send it to whom you like',
    link: (article: string) => `Link to “${article}”`,
    left: (left: number, resetsOn: string) =>
      left === 0
        ? `You have given all you may give this month. The count starts again on ${resetsOn}.`
        : `You may give ${articles(left)} more this month. The count starts again on ${resetsOn}.`,
    notOffered: 'Articles are not given away at present. What you have given stays good.',
    given: 'What you have given',
    nothing: 'You have not given any yet. Open an article and press “Give this article” below it.',
    opened: (opened: number, openings: number) => `Opened by ${opened} of ${openings}`,
    live: (date: string) => `good until ${date}`,
    'used-up': 'nobody else can open it',
    over: (date: string) => `it was good until ${date}`,
    revoked: 'taken back',
    revoke: 'Take it back',
    revokeOf: (article: string) => `Take it back: “${article}”`,
    toGifts: 'What you have given, and how many you may still give',
    toAccount: 'Back to your account',
    problems: {
      needsMembership:
        'You can give what you read with your membership, and it does not open this article.',
      usedUp: 'You have given all you may give this month, so this one was not given.',
      notNeeded: 'Everybody may read this article: send its plain address.',
    },
  },
};
