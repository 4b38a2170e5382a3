/** What the page on signing in and security says in English: password, second factor, passkeys, devices. */

import { pluralFor } from '../../platform/format/format.js';

const plural = pluralFor('en');

interface Device {
  program: string | null;
  system: string | null;
}

export const security = {
  security: {
    link: 'Sign-in and security',
    title: 'Sign-in and security',
    text: 'How you come in, and where you are signed in.',
    back: 'To my account',
    backHere: 'Back to sign-in and security',
    onwards: 'Go on to where you were',

    staff: {
      none: 'Your work here takes a second factor: set up an authenticator or add a passkey, and the console opens.',
      unshown:
        'The console opens once you have shown your second factor here. You have one already, so that takes a moment.',
      show: 'Show it now',
    },

    email: 'E-mail address',

    password: {
      heading: 'Password',
      has: 'You have one.',
      hasNone: 'You have none, and sign in by mail.',
      change: 'Change my password',
      first: 'Choose a password',
      title: 'Another password',
      firstTitle: 'Choose a password',
      text: 'Every other device is signed out with it.',
      current: 'Your present password',
      next: 'New password',
      submit: 'Keep this password',
      forgotten: 'You do not remember the present one? Show by mail that it is you',
    },

    authenticator: {
      heading: 'Authenticator',
      off: 'An app on your phone shows a code that you type after your password. Whoever knows the password alone stays outside.',
      on: 'Signing in takes a code of your app besides the password.',
      setUp: 'Set up an authenticator',
      manage: 'Replace or remove it',
      title: 'An authenticator',
      text: 'You need an app for it: any authenticator will do, and many password managers are one.',
      textReplace:
        'You have one. If you set up another, the old one is good until the new one has shown its first code.',
      begin: 'Show me the QR code',
      scanTitle: 'Scan this with your app',
      scanText:
        'Open the app, add an account there, and hold the camera to the square. Then type the six digits that it shows.',
      qr: 'QR code for your authenticator app',
      onThisPhone: 'Is the app on this device? Open it from here',
      byHand: 'No camera? Type this key into the app',
      code: 'Six digits that the app shows',
      confirm: 'Switch it on',
      remove: 'Remove it',
      removeText:
        'Then your password or a mailed code is enough to sign in, and your recovery codes are dead.',
    },

    recovery: {
      left: (count: number) =>
        plural(count, {
          one: 'One recovery code is left.',
          other: count === 0 ? 'No recovery code is left.' : `${count} recovery codes are left.`,
        }),
      renew: 'Make new recovery codes',
      title: 'Your recovery codes',
      askText:
        'Make new ones when you have lost the old, or used many. From then on the old ones open nothing.',
      ask: 'Make new codes',
      shown:
        'Each of them opens the second step once, for the day on which your phone is gone. We show them now and never again.',
      advice: 'Print them or write them down, and keep them where your phone is not.',
      copy: 'Copy them',
      copied: 'Copied.',
      print: 'Print them',
      done: 'I have put them away',
    },

    passkeys: {
      heading: 'Passkeys',
      text: 'With a passkey you sign in by finger, face or PIN: nothing to remember, and nothing that a false site could take from you.',
      none: 'You have none yet.',
      add: 'Add a passkey',
      added: (date: string) => `Added on ${date}`,
      used: (date: string) => `used last on ${date}`,
      unused: 'not used yet',
      change: (name: string) => `Rename or remove ${name}`,
      rename: 'Rename',
      remove: 'Remove',
      name: 'What do you call it?',
      nameHint: 'So that you know it again: the device that keeps it, for example.',
      title: 'A new passkey',
      newText:
        'Your device asks for your finger, your face or its PIN, and keeps the passkey. It never leaves the device.',
      submit: 'Make the passkey',
      unable:
        'This takes JavaScript and a browser that knows passkeys. Nothing else on our pages does.',
    },

    sessions: {
      heading: 'Where you are signed in',
      device: ({ program, system }: Device) =>
        program !== null && system !== null
          ? `${program} on ${system}`
          : (program ?? system ?? 'An unknown device'),
      app: 'by a program',
      current: 'This device',
      since: (date: string) => `Since ${date}`,
      used: (date: string) => `used last on ${date}`,
      end: 'Sign out',
      endOf: (device: string) => `Sign out ${device}`,
      endOthers: 'Sign out everywhere else',
      alone: 'Nowhere else.',
      more: 'There are more, of longer ago. Sign out everywhere else, and they end as well.',
    },

    done: {
      password: 'Your password is changed, and every other device is signed out.',
      'authenticator-removed': 'Your authenticator is removed.',
      'passkey-added': 'Your passkey is added. Next time it opens the door.',
      'passkey-renamed': 'Your passkey has its new name.',
      'passkey-removed': 'The passkey is removed, and opens nothing any more.',
      'session-ended': 'That device is signed out.',
      'sessions-ended': 'Every other device is signed out.',
    },

    problems: {
      currentPassword: 'This is not your present password.',
      authenticatorCode:
        'This code is not right. Look whether the phone’s clock is, wait for the next code, and try again.',
      needsSecond: 'Show your second factor first: it guards what you want to change.',
      lastFactor:
        'Your work here takes a second factor, and this is your last. Add another one before you remove it.',
      tooManyPasskeys: 'You have as many passkeys as an account can have. Remove one first.',
      passkeyKnown: 'This device has a passkey for your account already.',
      passkeyRefused: 'The passkey could not be taken, or it took too long. Please try again.',
      passkeyName: 'Give it a name of 60 characters at most.',
    },
  },

  /** Said by a script where a passkey is asked for. */
  passkey: {
    signIn: 'Sign in with a passkey',
    prove: 'Show it with a passkey',
    problems: {
      cancelled: 'Nothing was shown to us. Try again, or take another way.',
      known: 'This device has a passkey for your account already.',
      failed: 'That did not work just now. Please try again in a while, or take another way.',
      refused:
        'This passkey opens nothing here, or it took too long. Try again, or take another way.',
    },
  },
};
