/** Every page that a reader may come to, who comes to it, and how. A new page is a new line here. */
import { accessTokenOf, api, joined, registered, signIn } from './people.js';
import type { Sitting } from './reader.js';
import {
  askForALink,
  askForProof,
  beginAnAuthenticator,
  chooseANewPassword,
  confirmElsewhere,
  giveAnArticle,
  halfWayIn,
  openAGift,
  openAPreview,
  registerIncompletely,
  signInWrongly,
} from './ways.js';

/** Whoever looks at pages: what she has to do before she is who she is. */
export const readers = {
  stranger: () => Promise.resolve(),
  /** Whoever has to do something first that would tell her from other strangers. */
  'another stranger': () => Promise.resolve(),
  'a registered reader': (sitting: Sitting) => registered(sitting, 'nora'),
  'a reader whose meter is empty': emptyTheMeter,
  'a member of the paper': (sitting: Sitting) => joined(sitting, 'mona'),
  mira: (sitting: Sitting) => signIn(sitting, 'mira@town.test'),
  tess: (sitting: Sitting) => signIn(sitting, 'tess@town.test'),
  fritz: (sitting: Sitting) => signIn(sitting, 'fritz@town.test'),
  lars: (sitting: Sitting) => signIn(sitting, 'lars@town.test'),
} satisfies Record<string, (sitting: Sitting) => Promise<unknown>>;

export interface EveryPage {
  name: string;
  reader: keyof typeof readers;
  /** Its address, or the steps that lead there. */
  reach: string | ((sitting: Sitting) => Promise<unknown>);
  /** Of the answer, where it is no 200. */
  status?: number;
}

export const pages: readonly EveryPage[] = [
  { name: 'front-page', reader: 'stranger', reach: '/' },
  { name: 'front-page-of-a-member', reader: 'mira', reach: '/' },
  { name: 'section', reader: 'stranger', reach: '/sections/harbour' },
  { name: 'tag', reader: 'stranger', reach: '/tags/the-wend' },
  { name: 'author', reader: 'stranger', reach: '/authors/ada-winter' },
  { name: 'offline', reader: 'stranger', reach: '/offline' },
  { name: 'search-empty', reader: 'stranger', reach: '/search' },
  { name: 'search-with-hits', reader: 'stranger', reach: '/search?q=harbour' },
  { name: 'search-without-hits', reader: 'stranger', reach: '/search?q=xylophone' },

  { name: 'article-public', reader: 'stranger', reach: '/articles/public-story' },
  { name: 'article-metered', reader: 'fritz', reach: '/articles/metered-story-1' },
  { name: 'article-of-members', reader: 'mira', reach: '/articles/members-story' },
  { name: 'wall-to-register', reader: 'stranger', reach: '/articles/registered-story' },
  { name: 'wall-of-the-meter', reader: 'stranger', reach: '/articles/metered-story-1' },
  { name: 'wall', reader: 'stranger', reach: '/articles/members-story' },
  { name: 'wall-registered', reader: 'fritz', reach: '/articles/members-story' },
  { name: 'wall-lapsed', reader: 'lars', reach: '/articles/members-story' },
  {
    name: 'wall-meter-empty',
    reader: 'a reader whose meter is empty',
    reach: '/articles/metered-story-4',
  },
  { name: 'article-given', reader: 'another stranger', reach: openAGift },
  { name: 'preview', reader: 'another stranger', reach: openAPreview },

  { name: 'join', reader: 'stranger', reach: '/join' },
  { name: 'join-registered', reader: 'a registered reader', reach: '/join' },
  { name: 'join-as-a-member', reader: 'mira', reach: '/join' },
  { name: 'join-again', reader: 'lars', reach: '/join' },
  { name: 'checkout-cancelled', reader: 'a registered reader', reach: '/checkout/cancelled' },

  { name: 'sign-in', reader: 'stranger', reach: '/sign-in?returnTo=/articles/members-story' },
  { name: 'sign-in-refused', reader: 'stranger', reach: signInWrongly, status: 422 },
  { name: 'register', reader: 'stranger', reach: '/register' },
  { name: 'register-incomplete', reader: 'stranger', reach: registerIncompletely, status: 422 },
  { name: 'check-mail', reader: 'stranger', reach: askForALink },
  { name: 'confirm-link', reader: 'stranger', reach: '/sign-in/link?token=whatever-was-mailed' },
  { name: 'second-step', reader: 'another stranger', reach: halfWayIn },
  { name: 'password-missing', reader: 'another stranger', reach: confirmElsewhere },
  { name: 'new-password', reader: 'stranger', reach: chooseANewPassword },
  { name: 'reset-password', reader: 'stranger', reach: '/reset-password' },

  { name: 'account-member', reader: 'mira', reach: '/account' },
  { name: 'account-new-member', reader: 'a member of the paper', reach: '/account' },
  { name: 'account-trial', reader: 'tess', reach: '/account' },
  { name: 'account-registered', reader: 'fritz', reach: '/account' },
  { name: 'account-lapsed', reader: 'lars', reach: '/account' },
  { name: 'gifts', reader: 'mira', reach: '/account/gifts' },
  { name: 'gift-given', reader: 'a member of the paper', reach: giveAnArticle },
  { name: 'invoices', reader: 'mira', reach: '/account/invoices' },
  { name: 'disclosure', reader: 'a member of the paper', reach: '/account/export' },
  { name: 'cancel', reader: 'a member of the paper', reach: '/account/cancel' },
  { name: 'security', reader: 'mira', reach: '/account/security' },
  {
    name: 'another-password',
    reader: 'a registered reader',
    reach: '/account/security/password',
  },
  {
    name: 'authenticator',
    reader: 'a registered reader',
    reach: '/account/security/authenticator',
  },
  { name: 'authenticator-scan', reader: 'a registered reader', reach: beginAnAuthenticator },
  {
    name: 'new-passkey',
    reader: 'a registered reader',
    reach: '/account/security/passkeys/new',
  },
  { name: 'proof', reader: 'a registered reader', reach: '/account/proof' },
  { name: 'proof-mailed', reader: 'a registered reader', reach: askForProof },
  { name: 'e-mail', reader: 'a member of the paper', reach: '/account/email' },
  { name: 'farewell', reader: 'a member of the paper', reach: '/account/delete' },
  { name: 'deleted', reader: 'stranger', reach: '/account/deleted' },

  { name: 'not-found', reader: 'stranger', reach: '/articles/no-such-story', status: 404 },
  { name: 'not-allowed', reader: 'stranger', reach: '/sign-out', status: 405 },
];

async function emptyTheMeter(sitting: Sitting): Promise<void> {
  const own = await registered(sitting, 'edda');
  const token = await accessTokenOf(own);
  for (const number of [1, 2, 3]) {
    await api('GET', `/articles/metered-story-${number}`, undefined, token);
  }
}
