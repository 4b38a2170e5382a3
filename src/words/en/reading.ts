/** What the pages say in English to somebody who reads: the paper itself, the wall, the errors. Functions take what is already formatted, or a count. */

import { pluralFor } from '../../platform/format/format.js';

const plural = pluralFor('en');

function duration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return plural(minutes, { one: 'a minute', other: `${minutes} minutes` });
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? `${hours} hours` : days(Math.ceil(hours / 24));
}

const days = (count: number) => plural(count, { one: `${count} day`, other: `${count} days` });
const articles = (count: number) =>
  plural(count, { one: `${count} free article`, other: `${count} free articles` });

/** What free articles are counted in: rolling days, or null for the calendar month. */
type Window = { windowDays: number | null };

export const reading = {
  layout: {
    skip: 'Skip to the text',
    sections: 'Sections',
    account: 'Your account',
    signIn: 'Sign in',
    join: 'Join',
    frontPage: 'Front page',
    search: 'Search',
    feed: 'RSS feed',
    allSections: 'All sections',
    footer: 'About these pages',
    colophon: 'Paid for by its readers. These pages carry no trackers.',
    questions: 'Questions about your membership?',
  },

  article: {
    kinds: {
      story: null,
      memo: 'Memo',
      'trend-report': 'Trend report',
      briefing: 'Briefing',
    },
    gates: {
      public: null,
      registered: 'Free with an account',
      metered: null,
      members: 'Members',
    },
    by: (names: string) => `By ${names}`,
    published: 'Published',
    updated: 'Updated',
    meterHint: ({ remaining, limit, windowDays }: Window & { remaining: number; limit: number }) =>
      `${remaining} of ${articles(limit)} left${
        windowDays === null ? ' this month' : `; each comes back after ${days(windowDays)}`
      }.`,
    meterLast: ({ limit, windowDays }: Window & { limit: number }) =>
      `This was ${plural(limit, {
        one: 'your free article',
        other: `the last of your ${limit} free articles`,
      })}${windowDays === null ? ' this month' : ''}.`,
    meterJoin: 'Read without counting',
    meterRegister: (limit: number) => `Register free and read ${limit}`,
  },

  preview: {
    notPublished: 'Preview, not published.',
    published: 'Preview of a published article.',
    until: (moment: string) => `This link opens it until ${moment}.`,
  },

  home: {
    title: (name: string, motto: string) => `${name} – ${motto}`,
    lead: 'The lead',
    beside: 'Also today',
    others: 'More',
    empty: 'The first edition is being set. Please look in again soon.',
  },

  section: {
    description: (section: string, name: string) => `${section}: everything ${name} has written.`,
  },

  search: {
    title: 'Search',
    titleOf: (asked: string) => `Search for “${asked}”`,
    label: 'Words to look for',
    submit: 'Search',
    nothing: (asked: string) => `Nothing found for “${asked}”.`,
    whereWeLook: 'We look in headlines, standfirsts and the openings of articles.',
  },

  offer: {
    included: 'What is included',
    everyArticle: 'Our articles in full',
    perYear: (amount: string) => `${amount} a year`,
    perMonth: (amount: string) => `${amount} a month`,
    monthlyEquivalent: (amount: string) => `(${amount} a month, billed annually)`,
    trial: (count: number) => `${days(count)} free`,
    trialThen: (count: number, total: string) => `${days(count)} free, then ${total}`,
    cancelAnyTime: 'Cancel any time, in two clicks.',
    startTrial: (count: number) => `Start your ${days(count)} free`,
    becomeMember: 'Become a member',
    chargedAfter: {
      year: (count: number, amount: string) =>
        `Nothing is charged today. ${amount} follows after ${days(count)}, and again each year until you cancel.`,
      month: (count: number, amount: string) =>
        `Nothing is charged today. ${amount} follows after ${days(count)}, and again each month until you cancel.`,
    },
    chargedNow: {
      year: (amount: string) =>
        `${amount} is charged when you join, and again each year until you cancel.`,
      month: (amount: string) =>
        `${amount} is charged when you join, and again each month until you cancel.`,
    },
  },

  wall: {
    kicker: 'Keep reading',
    freeAccount: {
      title: 'The rest is free with an account',
      text: 'Leave us an e-mail address and this article is yours. It costs nothing and needs no card.',
    },
    freeArticles: {
      title: 'Read on with a free account',
      text: 'Registered readers open some of our articles free. It costs nothing and needs no card.',
    },
    members: {
      title: 'Read on as a member',
      text: 'This article was paid for by its readers. Join them, and all of it is yours, with everything else we print.',
    },
    nothingOnSale: 'Members read the rest of this article. New memberships are not sold just now.',
    gift: 'Members give articles away every month. Become one, and you read everything and give as well.',
    institution: 'Does your library, school or company read us?',
    institutionSignIn: 'Sign in with its e-mail address',
    plan: {
      title: 'This one comes with a different membership',
      text: 'Your membership stays as it is. This article is part of the following.',
      action: 'See what you can change',
    },
    exhausted: {
      title: (limit: number, { windowDays }: Window) =>
        `You have read your ${articles(limit)}${windowDays === null ? ' this month' : ''}`,
      titleWithoutCount: 'You have read your free articles',
      text: (resetsOn: string, { windowDays }: Window) =>
        `${
          windowDays === null
            ? `The count starts again on ${resetsOn}.`
            : `The next one comes back on ${resetsOn}.`
        } Members read without counting.`,
      textWithoutDate: 'Members read without counting.',
    },
    moreWithAccount: {
      text: (limit: number, withAccount: number) =>
        `Without an account there are ${limit} of them; with one you read ${withAccount}. It costs nothing and needs no card.`,
    },
    ended: {
      title: 'Welcome back',
      text: 'Your membership has ended. Join again, and this article opens at once.',
    },
    paused: {
      title: 'Your membership is paused',
      text: 'Nothing is charged meanwhile. Write to us, and we take it up again.',
    },
    blocked: {
      title: 'Your membership is on hold',
      text: 'A payment is being disputed with your bank. As soon as that is settled, this page opens again. If it was a mistake, write to us.',
    },
    toAccount: 'See your account',
    register: 'Register free',
    overdue: {
      title: 'Your last payment did not go through',
      text: 'It happens: cards expire, banks hesitate. Nothing is lost; as soon as the payment arrives, this page opens again.',
      safe: 'You will be taken to Stripe, where your card is kept.',
    },
    orEverything: 'Or read everything',
    alreadyMember: 'Already a member?',
    alreadyRegistered: 'Already have an account?',
    signIn: 'Sign in',
    howJoiningGoes: 'First an account, then your card; it takes two minutes.',
  },

  error: {
    notFound: {
      title: 'This page is not in the paper',
      text: 'The address may be mistyped, or the article was withdrawn. The front page has the latest.',
    },
    refused: {
      title: 'We could not accept that',
      text: 'The form did not come from one of our own pages, or it lay open for too long. Please open the page again and try once more.',
    },
    notAllowed: {
      title: 'There is nothing to read here',
      text: 'This address only takes in what a form sends. If you came back to it, open the page with the form again.',
    },
    licence: {
      title: 'Machines need a licence for this',
      text: 'What we publish is for its readers. AI crawlers find our terms in the licence file that this answer names.',
    },
    tooMany: {
      title: 'A little slower, please',
      text: 'This was done very often in a short time, by you or by somebody with whom you share a connection.',
    },
    broken: {
      title: 'Something broke on our side',
      text: 'It is not your doing, and we have a note of it. Please try again in a minute.',
    },
    unavailable: {
      title: 'The presses are standing still',
      text: 'We are working on it. Nothing of yours is lost.',
    },
    /** Of what was asked for too often. */
    worksAgain: (seconds: number) => `It works again in ${duration(seconds)}.`,
    /** Of what should be back by then. */
    tryAgain: (seconds: number) => `Please try again in ${duration(seconds)}.`,
    toFrontPage: 'To the front page',
  },
};
