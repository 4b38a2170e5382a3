/** What a reader sees when something is not there, not allowed, or broken: the kind words and the way on. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import { Layout } from '../parts/layout.js';
import { SearchForm } from '../parts/search-form.js';
import { paths } from '../site-paths.js';

export type ErrorKind =
  'notFound' | 'notAllowed' | 'refused' | 'licence' | 'tooMany' | 'broken' | 'unavailable';

export interface ErrorPageProps {
  /** May hold no sections: an error page must not need the database. */
  frame: PageFrame;
  kind: ErrorKind;
  /** Seconds after which it works again. */
  wait?: number | undefined;
}

export function ErrorPage({ frame, kind, wait }: ErrorPageProps) {
  const { words } = useLanguage();
  const { title, text } = words.error[kind];
  const { worksAgain, tryAgain } = words.error;
  return (
    <Layout frame={frame} title={title} unlisted>
      <div class="notice">
        <h1>{title}</h1>
        <p>{text}</p>
        {wait === undefined ? null : (
          <p>{kind === 'tooMany' ? worksAgain(wait) : tryAgain(wait)}</p>
        )}
        {kind === 'notFound' ? <SearchForm asked="" /> : null}
        <p class="actions">
          <a class="button" href={paths.home}>
            {words.error.toFrontPage}
          </a>
        </p>
      </div>
    </Layout>
  );
}
