/** What the pages say in English to a reader who looks after her account: a fresh proof, a new address. */

export const safety = {
  proof: {
    title: 'Is it you?',
    text: 'What comes next is for you alone, so show once more that the account is yours.',
    mailed: 'We have written to you. Type the code from the mail; it is good for ten minutes.',
    second: 'Code of your authenticator',
    secondHint: 'Six digits, or one of your recovery codes.',
    submit: 'Go on',
    mailMe: 'Mail me a code instead',
    mailAgain: 'Send another mail',
    problems: {
      password: 'This is not your password. Please try again, or have a code mailed.',
      code: 'This code is not right, or was used before. Please try again, or ask for a new one.',
    },
  },

  emailChange: {
    link: 'Change my e-mail address',
    title: 'A new address',
    text: 'We mail a code to the new address. Until you type it here, nothing changes.',
    field: 'New e-mail address',
    submit: 'Mail me the code',
    sent: (email: string) => `We have written to ${email}. Type the code from the mail here.`,
    confirm: 'Use this address',
    press: 'One press, and the address to which our mail was sent is the one of your account.',
    done: (email: string) =>
      `Your account has the address ${email} now. Every other device was signed out.`,
    back: 'To my account',
    problems: {
      same: 'This is the address of your account already.',
      refused:
        'This code or link is not right, was asked for from another account, or its ten minutes are over.',
      taken: 'Meanwhile there is another account with this address.',
    },
  },
};
