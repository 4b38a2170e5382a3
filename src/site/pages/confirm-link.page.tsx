/**
 * Where a mailed link lands: one press, so that mail scanners, which open every link, do not use it up;
 * or the kind word that it is used up.
 */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import { ReturnTo } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { paths, withReturnTo } from '../site-paths.js';

export interface ConfirmLinkPageProps {
  frame: PageFrame;
  purpose: 'register' | 'sign-in';
  /** `null` once the link has turned out to be used up. */
  token: string | null;
  returnTo: string | null;
}

export function ConfirmLinkPage({ frame, purpose, token, returnTo }: ConfirmLinkPageProps) {
  const { words } = useLanguage();
  if (token === null) {
    const again = purpose === 'sign-in' ? paths.signIn : paths.register;
    return (
      <Layout frame={frame} title={words.confirm.deadTitle} unlisted>
        <div class="notice">
          <h1>{words.confirm.deadTitle}</h1>
          <p>{words.confirm.deadText}</p>
          <p class="actions">
            <a class="button" href={withReturnTo(again, returnTo)}>
              {words.confirm.deadAction}
            </a>
          </p>
        </div>
      </Layout>
    );
  }
  return (
    <Layout frame={frame} title={words.confirm.title} unlisted>
      <div class="notice">
        <h1>{words.confirm.title}</h1>
        <p>{words.confirm.text}</p>
        <form
          class="actions"
          method="post"
          action={purpose === 'sign-in' ? paths.signInCode : paths.registerVerify}
        >
          <input type="hidden" name="token" value={token} />
          <ReturnTo path={returnTo} />
          <button class="button" type="submit">
            {words.confirm.submit}
          </button>
        </form>
      </div>
    </Layout>
  );
}
