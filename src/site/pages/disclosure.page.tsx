/** Before a reader takes her data with her: what is in the file, and that it is hers to keep safe. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import { Layout } from '../parts/layout.js';
import { paths } from '../site-paths.js';

export function DisclosurePage({ frame }: { frame: PageFrame }) {
  const { disclosure } = useLanguage().words;
  return (
    <Layout frame={frame} title={disclosure.title} unlisted>
      <div class="notice">
        <h1>{disclosure.title}</h1>
        <p>{disclosure.text}</p>
        <p>{disclosure.alone}</p>
        <form class="actions" method="post" action={paths.accountExport}>
          <button class="button" type="submit">
            {disclosure.submit}
          </button>
          <a class="button button-quiet" href={paths.account}>
            {disclosure.back}
          </a>
        </form>
        <p class="small-print">{disclosure.often}</p>
      </div>
    </Layout>
  );
}
