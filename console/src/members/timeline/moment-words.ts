/** What happened in a member's life, said as staff say it. */
import { type Money, money } from '../../words/numbers.js';

export interface Moment {
  at: string;
  kind: MomentKind;
  what: string;
  /** The id of the thing; the slug of what was read. */
  ref: string;
  about: string | null;
  money: Money | null;
}

export const momentKinds = [
  'account',
  'membership',
  'trial',
  'invoice',
  'money',
  'consent',
  'letter',
  'stripe-event',
  'session',
  'second-factor',
  'read',
  'gift',
  'note',
  'deed',
] as const;

export type MomentKind = (typeof momentKinds)[number];

export interface MomentWords {
  title: string;
  /** What is read below it. */
  detail?: string | undefined;
  /** The id of whoever did it. */
  by?: string | undefined;
}

const letters: Record<string, string> = {
  'trial-started': 'Was told by letter that her trial has begun',
  'trial-ending': 'Was reminded by letter that her trial ends',
  'trial-refused': 'Was told by letter that there is one trial a person',
  'payment-failed': 'Was told by letter that a payment failed',
  'ended-unpaid': 'Was told by letter that her membership ended unpaid',
  duplicate: 'Was told by letter that a second membership was ended',
  receipt: 'Was sent a receipt',
  refunded: 'Was told by letter that money is on its way back',
};

const deeds: Record<string, string> = {
  'member.comped': 'Was given a membership',
  'member.extended': 'Was given more time',
  'member.cancelled': 'Her membership was ended by staff',
  'member.refunded': 'Was given money back',
  'member.banned': 'Was banned',
  'member.unbanned': 'Was let in again',
  'member.roles-changed': 'Her role was changed',
  'member.signed-out': 'Was signed out everywhere',
  'member.impersonated': 'Staff looked at what she sees',
  'member.labelled': 'Her labels were changed',
  'member.noted': 'A note was written down',
  'member.note-removed': 'A note was taken away',
  'member.deleted': 'Her account was deleted',
  'member.email-changed': 'Her address was changed',
  'member.password-changed': 'Her password was changed',
  'member.second-factors-forgotten': 'Her second factors were forgotten',
};

const invoiceStatuses: Record<string, string> = {
  draft: 'is being drawn up',
  open: 'is open',
  paid: 'was paid',
  void: 'was made void',
  uncollectible: 'was given up',
};

const wordsOf: Record<MomentKind, (moment: Moment) => MomentWords> = {
  account: ({ what }) => ({
    title: what === 'deleted' ? 'Her account was deleted' : 'Opened her account',
  }),
  membership: ({ what, about }) => {
    const plan = planIn(about);
    if (what === 'ended') return { title: `${plan} ended` };
    return { title: isGivenIn(about) ? `${plan} was given to her` : `Joined ${plan}` };
  },
  trial: ({ what }) => ({
    title: what === 'repeated' ? 'A second trial was ended at once' : 'Her trial began',
  }),
  invoice: ({ what, about, ...rest }) => ({
    title: `An invoice${ofSum(rest.money)} ${invoiceStatuses[what] ?? what}`,
    detail: about ?? undefined,
  }),
  money: ({ what, ...rest }) => ({ title: moneyTitle(what, rest.money) }),
  consent: ({ about, ...rest }) => ({
    title: `Agreed to pay${rest.money === null ? '' : ` ${money(rest.money)}`}`,
    detail: about === null ? undefined : `Terms of ${about}`,
  }),
  letter: ({ what }) => ({ title: letters[what] ?? `Was sent a letter (${what})` }),
  'stripe-event': ({ what, about }) => ({
    title: `Stripe told ${what}`,
    detail: about ?? undefined,
  }),
  session: ({ what, about }) => ({
    title: what === 'ended' ? 'Signed out, or was signed out' : 'Signed in',
    detail: about ?? undefined,
  }),
  'second-factor': ({ what, about }) => ({
    title: what === 'passkey' ? 'Added a passkey' : 'Set up an authenticator',
    detail: about ?? undefined,
  }),
  read: ({ about, ref }) => ({ title: `Read “${about ?? ref}” as a free article` }),
  gift: ({ what, about }) => ({
    title:
      what === 'taken-back'
        ? `Her gift of “${about ?? ''}” was taken back`
        : `Gave “${about ?? ''}” away`,
  }),
  note: ({ about }) => ({ title: 'Staff noted', detail: about ?? undefined }),
  deed: ({ what, about }) => ({ title: deeds[what] ?? what, by: about ?? undefined }),
};

export const momentInWords = (moment: Moment): MomentWords => wordsOf[moment.kind](moment);

function moneyTitle(what: string, moved: Money | null): string {
  const sum = moved === null ? 'money' : money({ ...moved, amount: Math.abs(moved.amount) });
  switch (what) {
    case 'payment':
      return `Paid ${sum}`;
    case 'refund':
      return `${sum} went back to her`;
    case 'refund_failed':
      return `A refund of ${sum} failed`;
    case 'dispute':
      return `Disputed ${sum}`;
    case 'dispute_won':
      return `The dispute of ${sum} was won`;
    default:
      return `${what}: ${sum}`;
  }
}

const ofSum = (sum: Money | null): string => (sum === null ? '' : ` of ${money(sum)}`);

/** The API says `PRO, sold`. */
const planIn = (about: string | null): string =>
  about?.replace(/, (sold|complimentary)$/, '') ?? 'A membership';

const isGivenIn = (about: string | null): boolean => about?.endsWith(', complimentary') ?? false;
