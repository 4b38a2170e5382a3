/** What the pages say in English before somebody cancels, keeps her membership after all, or takes her data with her. */

export const leaving = {
  cancelling: {
    title: 'Cancel your membership?',
    until: (date: string) => `Until ${date}`,
    readOn: 'You read everything, as before, and so do those to whom you gave articles.',
    onDay: (date: string) => `On ${date}`,
    ends: 'Your membership ends by itself. Nothing more is charged.',
    trialEnds: 'Your trial ends. Nothing is charged, now or then.',
    notGivenBack: 'What is not given back',
    paid: 'What you have paid already: it is what you read on for.',
    trialUsed: 'Your free trial: there is one a person.',
    changeForgotten: (plan: string) => `The change to ${plan} that was to come is forgotten.`,
    mind: 'If you change your mind',
    resume: (date: string) => `Until ${date} you keep it with two clicks, at the price you have.`,
    submit: 'Cancel the membership',
    back: 'Stay a member',
  },

  keeping: {
    title: 'Keep your membership?',
    text: 'This takes your cancellation back. Nothing is charged today.',
    next: (date: string) => `On ${date}`,
    year: (amount: string) => `${amount} is charged, and again each year until you cancel.`,
    month: (amount: string) => `${amount} is charged, and again each month until you cancel.`,
    submit: 'Keep the membership',
    back: 'Leave it cancelled',
  },

  disclosure: {
    link: 'Download everything we hold of you',
    title: 'Everything we hold of you',
    text: 'One file with your account, your memberships, your invoices, what you have read and given, and what was done to your account. It is written for programs (JSON), and any text editor opens it.',
    alone: 'Keep it to yourself: whoever has it knows what you read.',
    often: 'You may take it five times a day.',
    submit: 'Download the file',
    back: 'Back to your account',
  },
};
