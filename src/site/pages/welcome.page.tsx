/** Back from Stripe with a membership, or with Stripe's word still on its way. */

import type { Words } from '../../words/words.js';
import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { MembershipProps } from '../page-props.js';
import { Layout } from '../parts/layout.js';
import { MembershipInWords } from '../parts/membership-in-words.js';
import { Steps } from '../parts/steps.js';
import { paths } from '../site-paths.js';

export interface WelcomePageProps {
  frame: PageFrame;
  membership: MembershipProps;
  /** What Stripe has said: nothing yet, nothing for long, or it could not be asked. */
  heard: 'all' | 'nothing-yet' | 'nothing-for-long' | 'unreachable';
  /** Where she was before, and the article's title where it is one. */
  back: { path: string | null; title: string | null };
}

export function WelcomePage(props: WelcomePageProps) {
  const { words } = useLanguage();
  const { frame, membership, back } = props;
  if (!membership.access) return <Pending {...props} />;
  return (
    <Layout frame={frame} title={words.welcome.title} unlisted>
      <div class="notice">
        <Steps at="done" />
        <h1>{words.welcome.title}</h1>
        <p class="standfirst">{words.welcome.standfirst}</p>
        <MembershipInWords membership={membership} />
        {frame.reader ? <p>{words.welcome.byMail(frame.reader.email)}</p> : null}
        <p class="actions">
          <a class="button" href={back.path ?? paths.home}>
            {back.title === null ? words.welcome.continueReading : words.welcome.readOn(back.title)}
          </a>
          <a class="button button-quiet" href={paths.account}>
            {words.welcome.toAccount}
          </a>
        </p>
      </div>
    </Layout>
  );
}

function Pending({ frame, heard, back }: WelcomePageProps) {
  const { words } = useLanguage();
  return (
    <Layout frame={frame} title={words.welcome.pendingTitle} unlisted>
      <div class="notice">
        <Steps at="done" />
        <h1>{words.welcome.pendingTitle}</h1>
        <p role="status">{pendingText(heard, words)}</p>
        <p class="actions">
          <a class="button" href={frame.path}>
            {words.welcome.checkAgain}
          </a>
          {heard === 'nothing-for-long' ? (
            <a class="button button-quiet" href={back.path ?? paths.home}>
              {words.cancelled.continueReading}
            </a>
          ) : null}
        </p>
      </div>
    </Layout>
  );
}

function pendingText(heard: WelcomePageProps['heard'], { welcome }: Words): string {
  if (heard === 'unreachable') return welcome.unreachableText;
  return heard === 'nothing-for-long' ? welcome.stillPendingText : welcome.pendingText;
}
