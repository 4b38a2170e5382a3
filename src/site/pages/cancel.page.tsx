/** Before a membership is cancelled: until when she reads, what ends, and what is not given back. */

import { mayCancel, readsUntil } from '../account/leaving.rules.js';
import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { MembershipProps } from '../page-props.js';
import { Layout } from '../parts/layout.js';
import { paths } from '../site-paths.js';

export interface LeavingPageProps {
  frame: PageFrame;
  membership: MembershipProps;
}

export function CancelPage({ frame, membership }: LeavingPageProps) {
  const { cancelling } = useLanguage().words;
  return (
    <Layout frame={frame} title={cancelling.title} unlisted>
      <div class="notice">
        <h1>{cancelling.title}</h1>
        {mayCancel(membership) ? <WhatHappens membership={membership} /> : null}
        <form class="actions" method="post" action={paths.accountCancel}>
          <button class="button" type="submit">
            {cancelling.submit}
          </button>
          <a class="button button-quiet" href={paths.account}>
            {cancelling.back}
          </a>
        </form>
      </div>
    </Layout>
  );
}

function WhatHappens({ membership }: Pick<LeavingPageProps, 'membership'>) {
  const { words, format } = useLanguage();
  const { cancelling } = words;
  const end = readsUntil(membership);
  const date = end === null ? null : format.date(end);
  const isTrial = membership.state === 'trialing';
  return (
    <dl class="dates-ahead">
      {date === null ? null : (
        <>
          <dt>{cancelling.until(date)}</dt>
          <dd>{cancelling.readOn}</dd>
          <dt>{cancelling.onDay(date)}</dt>
          <dd>
            {isTrial ? cancelling.trialEnds : cancelling.ends}{' '}
            {membership.change === null
              ? null
              : cancelling.changeForgotten(membership.change.plan.name)}
          </dd>
        </>
      )}
      <dt>{cancelling.notGivenBack}</dt>
      <dd>{isTrial ? cancelling.trialUsed : cancelling.paid}</dd>
      {date === null ? null : (
        <>
          <dt>{cancelling.mind}</dt>
          <dd>{cancelling.resume(date)}</dd>
        </>
      )}
    </dl>
  );
}
