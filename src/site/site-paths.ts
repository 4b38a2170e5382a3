/** Every address of the reader's pages, so that no page spells one out. */

export const paths = {
  home: '/',
  article: (slug: string) => `/articles/${encodeURIComponent(slug)}`,
  section: (slug: string) => `/sections/${encodeURIComponent(slug)}`,
  join: '/join',
  joinSuccess: '/join/success',
  joinCancelled: '/join/cancelled',
  signIn: '/sign-in',
  signInLink: '/sign-in/link',
  signInCode: '/sign-in/code',
  register: '/register',
  registerVerify: '/register/verify',
  signOut: '/sign-out',
  account: '/account',
  accountPortal: '/account/portal',
  favicon: '/assets/favicon.svg',
} as const;

/** Adds where to go afterwards; left out where that would be the front page anyway. */
export function withReturnTo(path: string, returnTo: string | null): string {
  if (returnTo === null || returnTo === paths.home) return path;
  return `${path}?returnTo=${encodeURIComponent(returnTo)}`;
}
