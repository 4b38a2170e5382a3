/** Back from Stripe without a membership: nothing was charged, and the way on. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import { Layout } from '../parts/layout.js';
import { Steps } from '../parts/steps.js';
import { paths, withReturnTo } from '../site-paths.js';

export interface CheckoutCancelledPageProps {
  frame: PageFrame;
  back: { path: string | null; title: string | null };
}

export function CheckoutCancelledPage({ frame, back }: CheckoutCancelledPageProps) {
  const { words } = useLanguage();
  return (
    <Layout frame={frame} title={words.cancelled.title} unlisted>
      <div class="notice">
        <Steps at={frame.reader === null ? 'account' : 'card'} />
        <h1>{words.cancelled.title}</h1>
        <p>{words.cancelled.text}</p>
        {frame.reader === null ? null : <p>{words.cancelled.kept}</p>}
        <p class="actions">
          <a class="button" href={withReturnTo(paths.join, back.path)}>
            {words.cancelled.again}
          </a>
          <a class="button button-quiet" href={back.path ?? paths.home}>
            {back.title === null
              ? words.cancelled.continueReading
              : words.cancelled.backTo(back.title)}
          </a>
        </p>
      </div>
    </Layout>
  );
}
