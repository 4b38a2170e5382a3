/** Back from Stripe with a membership, or with Stripe's word still on its way. */

import { useLanguage } from '../language.js';
import type { MembershipProps, PageFrame } from '../page-props.js';
import { Layout } from '../parts/layout.js';
import { MembershipInWords } from '../parts/membership-in-words.js';
import { paths } from '../site-paths.js';

export interface WelcomePageProps {
  frame: PageFrame;
  membership: MembershipProps;
  returnTo: string | null;
}

export function WelcomePage({ frame, membership, returnTo }: WelcomePageProps) {
  const { words } = useLanguage();
  if (!membership.access) {
    return (
      <Layout frame={frame} title={words.welcome.pendingTitle} unlisted>
        <div class="notice">
          <h1>{words.welcome.pendingTitle}</h1>
          <p>{words.welcome.pendingText}</p>
          <p class="actions">
            <a class="button" href={frame.path}>
              {words.welcome.checkAgain}
            </a>
          </p>
        </div>
      </Layout>
    );
  }
  return (
    <Layout frame={frame} title={words.welcome.title} unlisted>
      <div class="notice">
        <h1>{words.welcome.title}</h1>
        <p class="standfirst">{words.welcome.standfirst}</p>
        <MembershipInWords membership={membership} />
        <p class="actions">
          <a class="button" href={returnTo ?? paths.home}>
            {words.welcome.continueReading}
          </a>
          <a class="button button-quiet" href={paths.account}>
            {words.welcome.toAccount}
          </a>
        </p>
      </div>
    </Layout>
  );
}
