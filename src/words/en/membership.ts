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
      `Your trial ends. The first charge, ${amount}, follows. Cancel before this day and you pay nothing.`,
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
    agreeTo: 'I agree to the',
    terms: 'terms',
    andPay: (total: string) => `and to pay ${total}.`,
    untilCancelled: (total: string) => `${total}, until you cancel`,
    afterTrial: (total: string, count: number) =>
      `${total} after ${days(count)} free, until you cancel`,
    tax: 'Tax, where it applies, is shown on the next page before you pay.',
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
      termsNotAccepted:
        'Please tick the box beside the terms; without that we may not sell to you.',
      currencyBound:
        'You are billed in another currency already, and cannot be billed in two. Please choose a price in that one.',
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
      void: 'Cancelled',
    },
    invoiceFree: 'Nothing to pay',
    invoiceRefunded: 'Refunded',
    invoiceRefundedPart: (amount: string) => `Paid, ${amount} refunded`,
    view: 'View',
    viewNumbered: (number: string) => `View invoice ${number}`,
    details: 'Your details',
    freeArticles: 'Free articles',
    portal: 'Card, invoices, cancelling',
    portalText: 'Opens at Stripe, where your card is kept. Cancelling is there, too.',
    payNow: 'Pay the open invoice',
    payNowText: 'Opens at Stripe. As soon as the payment arrives, everything is as before.',
    changeCard: 'Use another card',
    cancel: 'Cancel the membership',
    cancelText: 'You read on until what you paid for is over, and may change your mind until then.',
    cancelTrialText: 'You read on until the trial is over, and nothing is charged.',
    resume: 'Keep the membership',
    resumeText: 'Takes the cancellation back. It renews as before.',
    writeToUs: (address: string) => `Write to ${address}`,
    join: 'See the offer',
    joinAgain: 'Become a member again',
    signOut: 'Sign out',
    problems: {
      paymentsUnavailable:
        'We cannot reach the payment service just now. Please try again in a minute.',
      outdated: 'That is not possible any more. This is how things stand now.',
    },
  },

  change: {
    others: 'What else there is',
    now: 'Now',
    chargedNow: 'At once. You pay the difference to what you have paid already.',
    freeNow: 'At once, and nothing is charged for it.',
    later: (date: string) => `From ${date}, when what you have paid for is over.`,
    look: (plan: string, price: string) => `Change to ${plan}, ${price}`,
    pending: (plan: string, price: string, date: string) =>
      `Until ${date} you have what you paid for. From then on it is ${plan} for ${price}.`,
    keep: 'Keep my present plan',
    keepText: 'Takes the change back. It renews as before.',
    title: (plan: string) => `Change to ${plan}`,
    from: (plan: string, price: string) => `You have ${plan} for ${price}.`,
    dueNow: (amount: string) =>
      `Your card is charged ${amount}. What is left of what you paid already is taken off.`,
    dueNothing: 'The change is made. Nothing is charged for it.',
    until: (date: string) => `Until ${date}`,
    stays: 'Everything stays as it is. Nothing is charged.',
    afterwards: 'Afterwards',
    starting: (date: string) => `From ${date}`,
    renews: (price: string) => `${price}, until you cancel.`,
    submitFor: (amount: string) => `Change now for ${amount}`,
    submit: 'Change now',
    submitLater: (date: string) => `Change on ${date}`,
    toTheSecond: 'The amount is worked out to the second, so it may differ by a cent.',
    back: 'Leave it as it is',
    problems: {
      declined: (reason: string) =>
        `${reason} Nothing was changed and nothing was charged. Please try again with another card.`,
      wantsOwner:
        'Your bank wants you to confirm this payment, which cannot be done here. Nothing was changed and nothing was charged. Please try again with another card.',
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
        `You read on until ${date}. Please pay the open invoice before then, or use another card.`,
    },
    suspended: {
      title: 'Your membership is waiting for a payment',
      text: 'Your last payment did not go through. Pay the open invoice, or use another card: everything opens again at once.',
    },
    paused: {
      title: 'Your membership is paused',
      text: 'Nothing is charged meanwhile. Write to us, and we take it up again.',
    },
    blocked: {
      title: 'Your membership is on hold',
      text: 'A payment is being disputed with your bank. As soon as that is settled, we go on from there. If it was a mistake, write to us.',
    },
    repeatTrial: {
      title: 'You have had your free trial before',
      text: 'There is one per person, so this one was ended and nothing was charged. You may join without a trial whenever you like.',
    },
    ended: {
      title: 'Your membership has ended',
      text: 'Thank you for the time you were with us. Your account stays, and you may join again whenever you like.',
    },
  },
};
