/** Before a cancellation is taken back: what is charged again, and when. */

import { readsUntil } from '../account/leaving.rules.js';
import { useLanguage } from '../language.js';
import { Layout } from '../parts/layout.js';
import { paths } from '../site-paths.js';
import type { LeavingPageProps } from './cancel.page.js';

export function KeepPage({ frame, membership }: LeavingPageProps) {
  const { words, format } = useLanguage();
  const { keeping } = words;
  const { price } = membership;
  const next = readsUntil(membership);
  return (
    <Layout frame={frame} title={keeping.title} unlisted>
      <div class="notice">
        <h1>{keeping.title}</h1>
        <p class="standfirst">{keeping.text}</p>
        {price === null || next === null ? null : (
          <dl class="dates-ahead">
            <dt>{keeping.next(format.date(next))}</dt>
            <dd>{keeping[price.interval](format.money(price))}</dd>
          </dl>
        )}
        <form class="actions" method="post" action={paths.accountResume}>
          <button class="button" type="submit">
            {keeping.submit}
          </button>
          <a class="button button-quiet" href={paths.account}>
            {keeping.back}
          </a>
        </form>
      </div>
    </Layout>
  );
}
