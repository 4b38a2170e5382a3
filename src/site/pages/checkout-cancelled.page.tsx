/** Back from Stripe without a membership: nothing was charged, and the way on. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-props.js';
import { Layout } from '../parts/layout.js';
import { paths, withReturnTo } from '../site-paths.js';

export interface CheckoutCancelledPageProps {
  frame: PageFrame;
  returnTo: string | null;
}

export function CheckoutCancelledPage({ frame, returnTo }: CheckoutCancelledPageProps) {
  const { words } = useLanguage();
  return (
    <Layout frame={frame} title={words.cancelled.title} unlisted>
      <div class="notice">
        <h1>{words.cancelled.title}</h1>
        <p>{words.cancelled.text}</p>
        <p class="actions">
          <a class="button" href={withReturnTo(paths.join, returnTo)}>
            {words.cancelled.again}
          </a>
          <a class="button button-quiet" href={returnTo ?? paths.home}>
            {words.cancelled.continueReading}
          </a>
        </p>
      </div>
    </Layout>
  );
}
