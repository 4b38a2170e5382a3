/** What a browser shows by itself when there is no connection. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import { Layout } from '../parts/layout.js';

export interface OfflinePageProps {
  frame: PageFrame;
}

export function OfflinePage({ frame }: OfflinePageProps) {
  const { offline } = useLanguage().words;
  return (
    <Layout frame={frame} title={offline.title} unlisted kept>
      <div class="notice">
        <h1>{offline.title}</h1>
        <p>{offline.text}</p>
        <p class="actions">
          {/* To nowhere else: the page that could not be loaded is loaded again. */}
          <a class="button" href="">
            {offline.again}
          </a>
        </p>
      </div>
    </Layout>
  );
}
