/** What the mails about accounts say, in English. Links are whole addresses. */
import type { LetterLine, LetterText } from '../../platform/mail/letter.js';

type StaffRole = 'author' | 'editor' | 'admin';

const inWords: Record<StaffRole, string> = {
  author: 'an author, who writes articles of her own',
  editor: 'an editor, who edits and publishes the articles of everybody',
  admin: 'an admin, who runs plans, members and settings',
};

const byCode = (code: string): string => `Your code is ${code}`;
const goodOnce = 'Both are good for ten minutes and work once.';
const toNobody = 'Give them to nobody; we never ask for them.';
const nothingToDo = 'If it was not you who asked, there is nothing to do.';

/** What stands below each mail about second factors and passkeys. */
const ifNotYou = (resetLink: string): LetterLine[] => [
  'If it was not you, choose a new password right away, which signs every device out, and write to us.',
  { label: 'Choose a new password', link: resetLink },
];

function factorNews(subject: string, ...lines: string[]) {
  return (resetLink: string): LetterText => ({
    subject,
    lines: [...lines, ...ifNotYou(resetLink)],
  });
}

export const accountLetters = {
  confirmAddress: (code: string, link: string): LetterText => ({
    subject: byCode(code),
    lines: [
      'Welcome! Here is the code that opens your account:',
      { code },
      'Or open this page, which does the same:',
      { label: 'Confirm my address', link },
      goodOnce,
      'If you did not ask for an account here, do not confirm: without it nothing happens.',
    ],
  }),

  alreadyRegistered: (link: string): LetterText => ({
    subject: 'You already have an account',
    lines: [
      'You, or somebody else, tried to open an account with this address. You have one already, and it is as it was.',
      { label: 'Sign in', link },
      'If the password has slipped your mind, have a code mailed to you there instead.',
      'If it was not you, there is nothing to do.',
    ],
  }),

  passwordMissing: (link: string): LetterText => ({
    subject: 'Your account has no password',
    lines: [
      'Your account is open. Either it was asked for more than once, though, with different passwords, or the address was confirmed elsewhere than where the password was chosen. Nobody can tell then whether it was yours, so we kept none.',
      { label: 'Choose a password', link },
      'Until you have one, sign in with a code or link by mail.',
      'If you did not choose one, somebody else has typed your address. The password they chose opens nothing.',
    ],
  }),

  signIn: (code: string, link: string): LetterText => ({
    subject: byCode(code),
    lines: [
      'Here is your code to sign in:',
      { code },
      'Or open this page, which does the same:',
      { label: 'Sign in', link },
      `${goodOnce} ${toNobody}`,
      nothingToDo,
    ],
  }),

  noAccount: (link: string): LetterText => ({
    subject: 'There is no account with this address',
    lines: [
      'You, or somebody else, asked to sign in with this address, but there is no account with it.',
      'Perhaps you joined with another address of yours. Or you would like to join:',
      { label: 'Open an account', link },
      nothingToDo,
    ],
  }),

  passwordReset: (link: string): LetterText => ({
    subject: 'Choose a new password',
    lines: [
      'On this page you can choose a new password:',
      { label: 'Choose a new password', link },
      'It is good for ten minutes and works once. Afterwards every device has to sign in again.',
      'If it was not you who asked, there is nothing to do: your password is as it was.',
    ],
  }),

  passwordChanged: (link: string): LetterText => ({
    subject: 'Your password was changed',
    lines: [
      'Your password was just changed, and every other device was signed out.',
      'If it was not you, choose a new one right away; only your mailbox can do that:',
      { label: 'Sign in', link },
    ],
  }),

  freshProof: (code: string, resetLink: string): LetterText => ({
    subject: byCode(code),
    lines: [
      'Here is the code that shows that it is you:',
      { code },
      'It is good for ten minutes, once, and only where you asked for it. Give it to nobody; we never ask for it.',
      'If it was not you who asked, somebody else is signed in to your account. Choose a new password: that signs everybody out.',
      { label: 'Choose a new password', link: resetLink },
    ],
  }),

  newAddress: (code: string, link: string): LetterText => ({
    subject: byCode(code),
    lines: [
      'Here is the code that makes this the address of your account:',
      { code },
      'Or open this page, in the browser where you are signed in:',
      { label: 'Use this address', link },
      `${goodOnce} ${toNobody}`,
      'If you did not ask for this, do nothing: without the code nothing changes.',
    ],
  }),

  addressTaken: (link: string): LetterText => ({
    subject: 'You already have an account',
    lines: [
      'You, or somebody else, asked to move another account to this address. There is one with it already, and it is as it was.',
      { label: 'Sign in', link },
      'To use this address for the other account, delete this one first. If it was not you, there is nothing to do.',
    ],
  }),

  addressChanged: {
    subject: 'Your account has a new address',
    lines: [
      'Your account was just moved to another e-mail address, and every other device was signed out. Mail about it goes to the new address from now on.',
      'If it was you, there is nothing to do.',
      'If it was not you, somebody else was signed in to your account. Answer this mail right away, so that we can close it and give it back to you; and choose a new password wherever you used the same one.',
    ],
  } satisfies LetterText,

  authenticatorAdded: factorNews(
    'Your account has an authenticator',
    'From now on, signing in to your account takes a code of your authenticator app, too.',
    'Keep the recovery codes that you were shown where you find them without your phone: each of them opens the door once.',
  ),

  authenticatorRemoved: factorNews(
    'Your account has no authenticator any more',
    'The authenticator was taken from your account, and its recovery codes are worth nothing now. Signing in takes no code of an app any more.',
  ),

  recoveryCodeUsed: (left: number, resetLink: string): LetterText =>
    factorNews(
      'A recovery code of yours was used',
      `Somebody with one of your recovery codes has just passed the second step. ${leftInWords(left)}`,
      'If your phone is lost, set up the authenticator of a new one; the old one is worth nothing then.',
    )(resetLink),

  recoveryCodesRenewed: factorNews(
    'You have new recovery codes',
    'New recovery codes were made for your account. The ones before are worth nothing now.',
  ),

  passkeyAdded: factorNews(
    'Your account has a new passkey',
    'A passkey was added to your account. Whoever has the device that keeps it, and its finger or PIN, can sign in with it.',
  ),

  passkeyRemoved: factorNews(
    'A passkey was taken from your account',
    'A passkey was taken from your account. Nobody can sign in with it any more.',
  ),

  factorsForgotten: factorNews(
    'Your second factors are gone',
    'Whoever runs the publication has taken authenticator, recovery codes and passkeys from your account, so that you can set up new ones.',
  ),

  rolesChanged: (roles: readonly StaffRole[], link: string): LetterText => ({
    subject: 'What you may do has changed',
    lines: [
      `An admin has changed what your account may do. ${
        roles.length === 0
          ? 'You are a reader like everybody else.'
          : `You are ${roles.map((role) => inWords[role]).join('; and ')}.`
      }`,
      'If you did not expect this, ask whoever runs the publication.',
      { label: 'Your account', link },
    ],
  }),

  farewell: (registerLink: string): LetterText => ({
    subject: 'Your account is deleted',
    lines: [
      'Your account is deleted, and with it your name and this address. This is the last mail that we send you.',
      'A membership that was running has ended. We keep what the law asks of every business, like our invoices, without your name.',
      'You are welcome back at any time:',
      { label: 'Open an account', link: registerLink },
    ],
  }),
};

function leftInWords(left: number): string {
  if (left === 0) return 'It was the last one: make new ones soon.';
  return left === 1 ? 'One is left.' : `${left} are left.`;
}
