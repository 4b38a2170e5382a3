/** What the pages say in English to a reader who deletes her account. */

export const farewell = {
  farewell: {
    link: 'Delete my account',
    title: 'Delete your account',
    whatHappens: 'What happens',
    forGood: 'This is for good: nobody can take it back, and neither can we.',
    membershipEnds:
      'Your membership ends at once, and nothing more is charged. What you have paid is not given back; cancel instead if you want to read on until then.',
    nothingRuns: 'You have no running membership, so nothing is charged any more.',
    forgotten:
      'Your name, your address, your password and what you have read here are forgotten, and Stripe deletes your card.',
    kept: 'Invoices stay in our books, as the law asks, without your name. Of your address and your card we keep marks that nobody can read, so that a free trial is had once.',
    welcomeBack: 'You may come back with the same address, and start anew.',
    confirm: 'Your e-mail address, to show that you mean it',
    submit: 'Delete my account for good',
    back: 'Keep my account',
    doneTitle: 'Your account is deleted',
    doneText: 'Every device is signed out, and we have written to you for the last time. Goodbye.',
    doneAction: 'To the front page',
    problems: {
      confirm: 'This is not the address of your account.',
      lastAdmin:
        'You are the last admin of this publication. Make somebody else an admin first, and then leave.',
      paymentsUnavailable:
        'We cannot reach the payment service just now, so nothing was deleted. Please try again in a minute.',
    },
  },
};
