/** What the pages say in English to somebody who signs in or registers. Functions take what is already formatted, or a count. */

export const entry = {
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
    submit: 'Sign in',
    forgotten: 'Forgotten it? Choose a new one',
    without: 'Without a password',
    byMailText: 'We mail you a code and a link. Both are good for ten minutes.',
    mailMe: 'Mail me a code',
    newHere: 'New here?',
    register: 'Make an account',
    problems: {
      banned:
        'This account was closed by the publication. Write to us if you think that is a mistake.',
      refused:
        'E-mail address and password do not belong together. Please try again, or have a code mailed to you.',
    },
  },

  register: {
    title: 'Make an account',
    standfirst: 'An e-mail address and a password. No card, no newsletter you did not ask for.',
    submit: 'Make my account',
    already: 'Already have an account?',
    signIn: 'Sign in',
    problems: {
      incomplete: 'Not quite yet. Please look at the fields marked below.',
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
        'This code is not right, was asked for in another browser, or its ten minutes are over. Please try again, or ask for a new one.',
    },
  },

  secondStep: {
    title: 'The second step',
    text: 'Your account is guarded by an authenticator. Type the code that the app shows now.',
    code: 'Code of your authenticator',
    hint: 'Six digits, or one of your recovery codes.',
    submit: 'Sign in',
    again: 'Begin anew',
    problems: {
      missing: 'Please type the six digits, or a recovery code.',
      refused: 'This code is not right, or was used before. Wait for the next one and try again.',
      over: 'The second step took too long, or too many tries. Please begin anew.',
    },
  },

  reset: {
    missingTitle: 'You are in, without a password',
    missingText:
      'Choose one now, or sign in by mail next time. The one that was typed came from another browser, or there was more than one: nobody can tell then whether it was yours, so we kept none.',
    missingGoOn: 'Go on without one',
    askTitle: 'A new password',
    askText: 'Tell us your e-mail address, and we mail you a link on which you can choose one.',
    askSubmit: 'Mail me the link',
    sentTitle: 'Look into your mail',
    sentText: (email: string) =>
      `We have written to ${email}. The link in the mail is good for ten minutes.`,
    title: 'Choose a new password',
    text: 'Afterwards every device has to sign in again.',
    submit: 'Keep this password',
    dead: 'This link was used before, or its ten minutes are over. Have a new one mailed.',
    doneTitle: 'Your password is changed',
    doneText: 'Every device was signed out. Sign in with the new one.',
    doneAction: 'Sign in',
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
};
