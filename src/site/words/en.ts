/** Every sentence the reader's pages say, in English. Functions take what is already formatted, or a count. */

import { pluralFor } from '../format.js';

const plural = pluralFor('en');

const days = (count: number) => plural(count, { one: `${count} day`, other: `${count} days` });
const articles = (count: number) =>
  plural(count, { one: `${count} free article`, other: `${count} free articles` });

export const en = {
  layout: {
    skip: 'Skip to the text',
    sections: 'Sections',
    account: 'Your account',
    signIn: 'Sign in',
    join: 'Join',
    frontPage: 'Front page',
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
    meterHint: (remaining: number, limit: number) =>
      plural(limit, {
        one: `${remaining} of ${limit} free article left this month.`,
        other: `${remaining} of ${limit} free articles left this month.`,
      }),
    meterJoin: 'Read without counting',
  },

  home: {
    title: (name: string, motto: string) => `${name} – ${motto}`,
    lead: 'The lead',
    beside: 'Also today',
    empty: 'The first edition is being set. Please look in again soon.',
  },

  section: {
    description: (section: string, name: string) => `${section}: everything ${name} has written.`,
    empty: 'Nothing has been printed here yet.',
  },

  offer: {
    included: 'What is included',
    everyArticle: 'Our articles in full',
    perYear: (amount: string) => `${amount} a year`,
    perMonth: (amount: string) => `${amount} a month`,
    monthlyEquivalent: (amount: string) => `(${amount} a month, billed annually)`,
    trial: (count: number) => `${days(count)} free`,
    trialThen: (count: number, total: string) => `${days(count)} free, then ${total}`,
    cancelAnyTime: 'Cancel any time, online.',
    startTrial: (count: number) => `Start your ${days(count)} free`,
    becomeMember: 'Become a member',
  },

  wall: {
    kicker: 'Keep reading',
    freeAccount: {
      title: 'The rest is free with an account',
      text: 'Leave us an e-mail address and this article is yours. It costs nothing and needs no card.',
      register: 'Register free',
    },
    freeArticles: {
      title: 'Read on with a free account',
      text: 'Registered readers open some of our articles free every month. It needs no card.',
      register: 'Register free',
    },
    members: {
      title: 'The rest of this article is for members',
      text: 'Members pay for the reporting, so they read all of it.',
    },
    plan: {
      title: 'This one comes with a different membership',
      text: 'Your membership stays as it is. This article is part of the following.',
      action: 'See what you can change',
    },
    exhausted: {
      title: (limit: number) => `You have read your ${articles(limit)} this month`,
      titleWithoutCount: 'You have read your free articles this month',
      text: (resetsOn: string) =>
        `The count starts again on ${resetsOn}. Members read without counting.`,
      textWithoutDate: 'Members read without counting.',
    },
    overdue: {
      title: 'Your last payment did not go through',
      text: 'It happens: cards expire, banks hesitate. Nothing is lost; as soon as the payment arrives, this page opens again.',
      action: 'Put the payment right',
      safe: 'You will be taken to Stripe, where your card is kept.',
    },
    orEverything: 'Or read everything',
    alreadyMember: 'Already a member?',
    alreadyRegistered: 'Already have an account?',
    signIn: 'Sign in',
    howJoiningGoes: 'First an account, then your card; it takes two minutes.',
  },

  join: {
    title: 'Become a member',
    standfirst: 'The reporting, in full. Leave whenever you like.',
    dates: 'What happens, and when',
    today: 'Today',
    trialBegins: (count: number) => `Everything opens. You pay nothing for ${days(count)}.`,
    membershipBegins: (amount: string) => `Everything opens. Your card is charged ${amount}.`,
    firstCharge: (amount: string) =>
      `The first charge, ${amount}. Cancel before this day and you pay nothing.`,
    everyYear: 'Every year after',
    everyMonth: 'Every month after',
    renewal: (amount: string) => `${amount} again, until you cancel.`,
    anyDay: 'Any day',
    cancel:
      'Cancel in your account, without writing to anybody. You read on until what you paid for is over.',
    total: 'Total',
    totalToday: (amount: string) => `${amount} today`,
    consentTrialYear: (amount: string, date: string) =>
      `By continuing you agree that your card is charged ${amount} on ${date} and ${amount} every year after, until you cancel.`,
    consentTrialMonth: (amount: string, date: string) =>
      `By continuing you agree that your card is charged ${amount} on ${date} and ${amount} every month after, until you cancel.`,
    consentYear: (amount: string) =>
      `By continuing you agree that your card is charged ${amount} today and ${amount} every year, until you cancel.`,
    consentMonth: (amount: string) =>
      `By continuing you agree that your card is charged ${amount} today and ${amount} every month, until you cancel.`,
    payAtStripe: 'You give your card to Stripe, on the next page; we never see it.',
    accountFirst: 'First, an account',
    accountFirstText:
      'A membership belongs to an e-mail address, so we ask for yours before your card.',
    register: 'Make an account',
    signIn: 'I have one: sign in',
    already: 'You are a member already',
    alreadyText:
      'There is nothing more to buy. Your dates, your card and your invoices are in your account.',
    toAccount: 'Go to your account',
    nothingOnSale: 'Nothing is on sale just now. Please look in again soon.',
    problems: {
      unknownPrice: 'That price is not on sale any more. These are the ones that are.',
      paymentsUnavailable:
        'We cannot reach the payment service just now. Nothing was charged; please try again in a minute.',
    },
  },

  welcome: {
    title: 'Welcome',
    standfirst: 'You are a member now. Everything is open.',
    pendingTitle: 'One moment',
    pendingText:
      'Stripe has your card; we are waiting for its word. It takes a few seconds as a rule.',
    checkAgain: 'Look again',
    continueReading: 'Go on reading',
    toAccount: 'Your account',
  },

  cancelled: {
    title: 'Nothing was charged',
    text: 'You left before the end, so no membership was made and your card was not charged. The offer stands.',
    again: 'Back to the offer',
    continueReading: 'Back to where you were',
  },

  fields: {
    email: 'E-mail address',
    password: 'Password',
    newPassword: 'Choose a password',
    name: 'Name',
    optional: 'optional',
    code: 'Code of six digits',
    passwordHint: '15 characters or more. A few words in a row are easy to remember.',
    problems: {
      email: 'This does not look like an e-mail address.',
      passwordMissing: 'Please type your password.',
      passwordShort: 'A password needs 15 characters or more.',
      passwordLong: 'A password may have 256 characters at most.',
      passwordCommon:
        'Many people use this one, so it is among the first that a thief tries. Please choose another.',
      name: 'A name may have 100 characters at most.',
      code: 'A code has six digits.',
    },
  },

  signIn: {
    title: 'Sign in',
    byPassword: 'With your password',
    submit: 'Sign in',
    byMail: 'With a link or code by mail',
    byMailText:
      'No password at hand? We mail you a link and a code. Both are good for ten minutes.',
    mailMe: 'Mail me a link',
    newHere: 'New here?',
    register: 'Make an account',
    problems: {
      refused:
        'E-mail address and password do not belong together. Please try again, or have a link mailed to you.',
      tooMany:
        'There were many attempts in a short time. Please wait a few minutes, or have a link mailed to you.',
    },
  },

  register: {
    title: 'Make an account',
    standfirst: 'An e-mail address and a password. No card, no newsletter you did not ask for.',
    submit: 'Make my account',
    already: 'Already have an account?',
    signIn: 'Sign in',
    problems: {
      incomplete: 'Something is missing. Please look at the fields marked below.',
      tooMany: 'There were many attempts in a short time. Please wait a few minutes and try again.',
    },
  },

  mail: {
    title: 'Look into your mail',
    sent: (email: string) =>
      `We have written to ${email}. Follow the link in the mail, or type the code from it here.`,
    tenMinutes:
      'Link and code are good for ten minutes. If nothing arrives, look among the unwanted mail.',
    submit: 'Go on',
    again: 'Send another mail',
    otherAddress: 'Use another address',
    problems: {
      refused:
        'This code is not right, or its ten minutes are over. Please try again, or ask for a new one.',
      tooMany: 'Too many codes were tried. Please ask for a new one.',
    },
  },

  confirm: {
    title: 'Nearly there',
    text: 'You followed the link from our mail. One press, and you are in.',
    submit: 'Go on',
    deadTitle: 'This link is used up',
    deadText:
      'A link from our mails works once, and for ten minutes. Have a new one sent; it takes a moment.',
    deadAction: 'Send me a new one',
  },

  account: {
    title: 'Your account',
    membership: 'Membership',
    invoices: 'Invoices',
    noInvoices: 'None so far.',
    invoiceColumns: { date: 'Date', number: 'Number', amount: 'Amount', status: 'Status' },
    invoiceStatus: {
      draft: 'Being written',
      open: 'Not paid yet',
      paid: 'Paid',
      uncollectible: 'Not paid',
      void: 'Void',
    },
    view: 'View',
    viewNumbered: (number: string) => `View invoice ${number}`,
    details: 'Your details',
    freeArticles: 'Free articles',
    portal: 'Card, invoices, cancelling',
    portalText: 'Opens at Stripe, where your card is kept. Cancelling is there too, in two clicks.',
    fixPayment: 'Put the payment right',
    join: 'See the offer',
    joinAgain: 'Become a member again',
    signOut: 'Sign out',
    problems: {
      paymentsUnavailable:
        'We cannot reach the payment service just now. Please try again in a minute.',
    },
  },

  membership: {
    none: {
      title: 'You are not a member',
      text: 'You have an account, so some articles are open to you. Members read everything.',
    },
    trialing: {
      title: (until: string) => `Your free trial runs until ${until}`,
      firstCharge: (amount: string, date: string) =>
        `The first charge of ${amount} is on ${date}. Cancel before then and you pay nothing.`,
      cancelled: 'You have cancelled. Nothing will be charged; you read on until then.',
    },
    active: {
      title: 'You are a member',
      titleOf: (plan: string) => `You are a member: ${plan}`,
      renewsYear: (date: string, amount: string) =>
        `Renews on ${date} for ${amount} for another year.`,
      renewsMonth: (date: string, amount: string) =>
        `Renews on ${date} for ${amount} for another month.`,
      cancelled: (date: string) =>
        `You have cancelled. Your membership ends on ${date}; until then you read on, and nothing more is charged.`,
      given: (date: string) => `Your membership is a gift of the house and runs until ${date}.`,
      givenForGood: 'Your membership is a gift of the house.',
    },
    grace: {
      title: 'Your last payment did not go through',
      text: (date: string) =>
        `You read on until ${date}. Please put the payment right before then.`,
    },
    suspended: {
      title: 'Your membership is waiting for a payment',
      text: 'Your last payment did not go through. As soon as it arrives, everything opens again.',
    },
    paused: {
      title: 'Your membership is paused',
      text: 'Nothing is charged meanwhile. You can take it up again with your card and invoices.',
    },
    blocked: {
      title: 'Your membership is on hold',
      text: 'A payment is being disputed with your bank. As soon as that is settled, we go on from there.',
    },
    ended: {
      title: 'Your membership has ended',
      titleOn: (date: string) => `Your membership ended on ${date}`,
      text: 'Thank you for the time you were with us. Your account stays.',
    },
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
    tooMany: {
      title: 'A little slower, please',
      text: 'Many requests came from your address in a short time. Wait a minute and everything works again.',
    },
    broken: {
      title: 'Something broke on our side',
      text: 'It is not your doing, and we have a note of it. Please try again in a minute.',
    },
    unavailable: {
      title: 'The presses are standing still',
      text: 'We are working on it and expect to be back in a few minutes. Nothing of yours is lost.',
    },
    reference: (id: string) => `If you write to us, mention ${id}.`,
    toFrontPage: 'To the front page',
  },
};

export type Words = typeof en;
