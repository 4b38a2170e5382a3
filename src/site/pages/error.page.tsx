/** What a reader sees when something is not there, not allowed, or broken: the kind words and the way on. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-props.js';
import { Layout } from '../parts/layout.js';
import { paths } from '../site-paths.js';

export type ErrorKind = 'notFound' | 'refused' | 'licence' | 'tooMany' | 'broken' | 'unavailable';

export interface ErrorPageProps {
  /** May hold no sections: an error page must not need the database. */
  frame: PageFrame;
  kind: ErrorKind;
  /** Seconds after which it works again, for what was done too often. */
  wait?: number | undefined;
}

export function ErrorPage({ frame, kind, wait }: ErrorPageProps) {
  const { words } = useLanguage();
  const { title, text } = words.error[kind];
  return (
    <Layout frame={frame} title={title} unlisted>
      <div class="notice">
        <h1>{title}</h1>
        <p>{text}</p>
        {wait === undefined ? null : <p>{words.error.tooMany.wait(wait)}</p>}
        <p class="actions">
          <a class="button" href={paths.home}>
            {words.error.toFrontPage}
          </a>
        </p>
      </div>
    </Layout>
  );
}
