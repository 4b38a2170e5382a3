/** What the pages say in English about a membership and an account. Functions take what is already formatted. */

export const membership = {
  account: {
    title: 'Your account',
    membership: 'Membership',
    invoices: 'Invoices',
    noInvoices: 'None so far.',
    olderInvoices: 'Older invoices',
    invoicesOf: 'Your invoices',
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
    security: 'Password, passkeys, devices',
    data: 'Your data',
    freeArticles: 'Free articles',
    card: 'Card',
    cardEnding: (brand: string, last4: string) => `${brand} ending in ${last4}`,
    anyCard: 'Card',
    expires: (month: string) => `good until ${month}`,
    expired: (month: string) => `was good until ${month}`,
    expiresBefore: (date: string) =>
      `It runs out before ${date}, when the next payment is due. Please use another one by then.`,
    cardAtStripe: 'Your card is kept at Stripe; we never see its number.',
    portal: 'Change card or billing details',
    portalText: 'Opens at Stripe. You come back here afterwards.',
    payNow: 'Pay the open invoice',
    payNowText: 'Opens at Stripe. As soon as the payment arrives, everything is as before.',
    changeCard: 'Use another card',
    changeCardText: 'Opens at Stripe, where you can also cancel.',
    cancel: 'Cancel the membership',
    cancelText:
      'The next page says until when you read on; nothing happens before you press there.',
    resume: 'Keep the membership',
    resumeText: 'The next page says what is charged, and when.',
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
    dueNow: (amount: string) => `Your card is charged ${amount}.`,
    credit: (amount: string) => `What is left of what you have paid, ${amount}, is taken off.`,
    dueNothing: 'The change is made. Nothing is charged for it.',
    until: (date: string) => `Until ${date}`,
    stays: 'Everything stays as it is. Nothing is charged.',
    afterwards: 'Afterwards',
    starting: (date: string) => `From ${date}`,
    renews: (price: string) => `${price}, until you cancel.`,
    next: (date: string) => `On ${date}`,
    nextCharge: (amount: string) => `The next charge: ${amount}.`,
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
