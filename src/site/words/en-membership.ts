/** What the pages say in English about joining, a membership and an account. Functions take what is already formatted, or a count. */

import { pluralFor } from '../../platform/format/format.js';

const plural = pluralFor('en');

const days = (count: number) => plural(count, { one: `${count} day`, other: `${count} days` });

export const membership = {
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
      pressedTwice: 'That was pressed twice at once. Please try again.',
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
    portalText: 'Opens at Stripe, where your card is kept. Cancelling is there, too.',
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
      text: 'Thank you for the time you were with us. Your account stays.',
    },
  },
};
