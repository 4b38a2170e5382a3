/** Leads away from the console: to the site's own sign-in, and out. */

/** Comes back to where she is. */
export function goToSignIn(): void {
  const here = `${location.pathname}${location.search}`;
  location.assign(`/sign-in?returnTo=${encodeURIComponent(here)}`);
}

/** Ends the session, and with it every token that was traded for it. */
export async function signOut(): Promise<void> {
  await fetch('/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  });
  location.assign('/');
}
