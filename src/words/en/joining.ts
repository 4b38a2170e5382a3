/** What the pages say in English to somebody who becomes a member. Functions take what is already formatted, or a count. */

import { pluralFor } from '../../platform/format/format.js';

const plural = pluralFor('en');

const days = (count: number) => plural(count, { one: `${count} day`, other: `${count} days` });

export const joining = {
  /** The way from the offer to reading, as it stands above its pages. */
  steps: {
    label: 'Three steps to your membership',
    account: 'Your account',
    card: 'Your card',
    done: 'Reading on',
    isDone: 'done',
  },

  join: {
    title: 'Become a member',
    standfirst: 'The reporting, in full. Leave whenever you like.',
    choice: 'How you pay',
    each: { year: 'Yearly', month: 'Monthly' },
    saves: (amount: string) => `${amount} less a year than by the month`,
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
      'Cancel in your account, in two clicks, without writing to anybody. You read on until what you paid for is over.',
    total: 'Total',
    totalTrial: {
      year: (today: string, amount: string, date: string) =>
        `${today} today, then ${amount} on ${date}, each year until you cancel`,
      month: (today: string, amount: string, date: string) =>
        `${today} today, then ${amount} on ${date}, each month until you cancel`,
    },
    totalNow: {
      year: (amount: string) => `${amount} today, then ${amount} each year until you cancel`,
      month: (amount: string) => `${amount} today, then ${amount} each month until you cancel`,
    },
    agreeTo: 'I agree to the',
    terms: 'terms',
    andPay: (total: string) => `and to pay ${total}.`,
    untilCancelled: (total: string) => `${total}, until you cancel`,
    afterTrial: (total: string, count: number) =>
      `${total} after ${days(count)} free, until you cancel`,
    byContinuing: 'By continuing you agree to pay what stands beside “Total”.',
    tax: 'Tax, where it applies, is shown on the next page before you pay.',
    payAtStripe: 'You give your card to Stripe, on the next page; we never see it.',
    oneTrial: 'There is one free trial a person.',
    code: {
      ask: 'I have a code',
      label: 'Your code',
      hint: 'What it takes off is shown on the next page, before you pay.',
      problems: {
        unknown: 'There is no such code. Please look at how it is written, or leave it out.',
        over: 'This code has expired, or has been used up.',
        'other-person': 'This code is for somebody else.',
        'other-plan': 'This code is for another membership.',
        'other-currency': 'This code cannot be used in this currency.',
        'too-small': 'This code is for larger purchases.',
        refused: 'This code cannot be used here; perhaps it is for a first purchase only.',
      },
    },
    accountFirst: 'First, an account',
    accountFirstText:
      'A membership belongs to an e-mail address, so we ask for yours before your card. It takes two minutes.',
    register: 'Make an account',
    signIn: 'I have one: sign in',
    teams: 'For teams',
    teamSeat: (price: string) => `${price} for each seat`,
    teamText: 'Memberships for several people are arranged by mail. Tell us how many you are.',
    already: 'You are a member already',
    alreadyText:
      'There is nothing more to buy. Your dates, your card and your invoices are in your account.',
    toAccount: 'Go to your account',
    readOn: 'Read on',
    nothingOnSale: 'Nothing is on sale just now. Please look in again soon.',
    nothingOnSaleText: 'What is free to read stays free, and whoever is a member stays one.',
    problems: {
      pressedTwice: 'That was pressed twice at once. Please try again.',
      unknownPrice: 'That price is not on sale any more. These are the ones that are.',
      code: 'The code could not be used. Nothing was bought.',
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
    byMail: (email: string) => `A mail with all of this is on its way to ${email}.`,
    pendingTitle: 'One moment',
    pendingText:
      'Stripe has not told us yet that your payment went through. That takes a few seconds as a rule; this page looks again by itself.',
    unreachableText:
      'We cannot reach Stripe just now, so we do not know yet whether your payment went through. Nothing is lost, and nothing is charged twice; this page looks again by itself.',
    stillPendingText:
      'Stripe still has not told us. Some banks take longer. As soon as it does, your membership begins, and we write to you; you need not wait here.',
    checkAgain: 'Look again',
    continueReading: 'Go on reading',
    readOn: (article: string) => `Read on: ${article}`,
    toAccount: 'Your account',
  },

  cancelled: {
    title: 'Nothing was charged',
    text: 'You left before the end, so no membership was made and your card was not charged. The offer stands.',
    kept: 'Your account stays. Next time you begin with the card.',
    again: 'Back to the offer',
    continueReading: 'Back to where you were',
    backTo: (article: string) => `Back to “${article}”`,
  },
};
