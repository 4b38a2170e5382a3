/** Every address of the reader's pages, so that no page spells one out. */
import { licencePath } from '../paywall/machines/licence-path.js';
import { securityPaths } from './safety/security-paths.js';

export const paths = {
  home: '/',
  article: (slug: string) => `/articles/${encodeURIComponent(slug)}`,
  section: (slug: string) => `/sections/${encodeURIComponent(slug)}`,
  tag: (slug: string) => `/tags/${encodeURIComponent(slug)}`,
  author: (slug: string) => `/authors/${encodeURIComponent(slug)}`,
  search: '/search',
  searchFor: (words: string, cursor: string) =>
    `/search?q=${encodeURIComponent(words)}&cursor=${encodeURIComponent(cursor)}`,
  feed: '/feed.xml',
  sectionFeed: (slug: string) => `/sections/${encodeURIComponent(slug)}/feed.xml`,
  sitemap: '/sitemap.xml',
  sitemapPart: (firstId: string) => `/sitemaps/${firstId}.xml`,
  licence: licencePath,
  join: '/join',
  joinFor: (priceId: string, returnTo: string | null) =>
    `/join?price=${encodeURIComponent(priceId)}${returnTo === null ? '' : `&returnTo=${encodeURIComponent(returnTo)}`}`,
  checkoutOf: (sessionId: string) =>
    `/checkout/success?session_id=${encodeURIComponent(sessionId)}`,
  checkoutCancelled: '/checkout/cancelled',
  signIn: '/sign-in',
  signInLink: '/sign-in/link',
  signInCode: '/sign-in/code',
  signInSecondStep: '/sign-in/second-step',
  register: '/register',
  registerVerify: '/register/verify',
  resetPassword: '/reset-password',
  resetPasswordLink: '/reset-password/link',
  passwordMissing: '/reset-password/missing',
  signOut: '/sign-out',
  account: '/account',
  gifts: '/account/gifts',
  giftGiven: (id: string) => `/account/gifts?given=${encodeURIComponent(id)}`,
  giftRevoke: (id: string) => `/account/gifts/${encodeURIComponent(id)}/revoke`,
  giveArticle: (slug: string) => `/articles/${encodeURIComponent(slug)}/gift`,
  invoices: '/account/invoices',
  invoicesAfter: (cursor: string) => `/account/invoices?cursor=${encodeURIComponent(cursor)}`,
  accountExport: '/account/export',
  accountPortal: '/account/portal',
  accountCancel: '/account/cancel',
  accountResume: '/account/resume',
  accountChange: '/account/change',
  accountEmail: '/account/email',
  accountEmailConfirm: '/account/email/confirm',
  proof: '/account/proof',
  proofMail: '/account/proof/mail',
  accountDelete: '/account/delete',
  accountDeleted: '/account/deleted',
  changeTo: (priceId: string) => `/account/change?price=${encodeURIComponent(priceId)}`,
  ...securityPaths,
  assets: '/assets/',
  offline: '/offline',
  serviceWorker: '/service-worker.js',
} as const;

/** Adds where to go afterwards; left out where that would be the front page anyway. */
export function withReturnTo(path: string, returnTo: string | null): string {
  if (returnTo === null || returnTo === paths.home) return path;
  return `${path}?returnTo=${encodeURIComponent(returnTo)}`;
}
