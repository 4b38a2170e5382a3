/** An article: the whole text where access is granted, else the teaser with the wall under it. */

import { useLanguage } from '../language.js';
import type {
  ArticleCardProps,
  Denial,
  MeterProps,
  OfferProps,
  PageFrame,
  ReadingNotesProps,
} from '../page-props.js';
import { ArticleHead } from '../parts/article-head.js';
import { ArticleMetadata } from '../parts/article-metadata.js';
import { GiveArticle } from '../parts/give-article.js';
import { Layout } from '../parts/layout.js';
import { ReadingNotes } from '../parts/reading-notes.js';
import { Wall } from '../parts/wall.js';
import { SanitisedHtml, type SanitisedArticleHtml } from '../sanitised-html.js';
import { paths, withReturnTo } from '../site-paths.js';

/** Granted: the body, and the meter when a unit of it was spent. Denied: the public part and what is offered. */
export type Reading =
  | { granted: true; bodyHtml: SanitisedArticleHtml; meter: MeterProps | null }
  | {
      granted: false;
      previewHtml: SanitisedArticleHtml;
      denial: Denial;
      meter: MeterProps | null;
      offers: OfferProps[];
      payUrl: string | null;
    };

export interface ArticlePageProps {
  frame: PageFrame;
  article: ArticleCardProps;
  reading: Reading;
  /** Left out where there is nothing to say. */
  notes?: ReadingNotesProps;
}

export function ArticlePage({ frame, article, reading, notes }: ArticlePageProps) {
  const path = paths.article(article.slug);
  return (
    <Layout
      frame={frame}
      title={article.title}
      description={article.standfirst}
      section={article.section?.slug ?? null}
      head={<ArticleMetadata article={article} origin={frame.origin} />}
    >
      <article class="article">
        <ArticleHead article={article} />
        {notes ? <ReadingNotes notes={notes} /> : null}
        {reading.granted ? (
          <>
            <SanitisedHtml class="prose" html={reading.bodyHtml} />
            {reading.meter ? <MeterHint meter={reading.meter} path={path} /> : null}
            {notes?.mayGive ? <GiveArticle slug={article.slug} /> : null}
          </>
        ) : (
          <>
            <SanitisedHtml class="prose prose-teaser" html={reading.previewHtml} />
            <Wall
              denial={reading.denial}
              gate={article.gate}
              meter={reading.meter}
              offers={reading.offers}
              path={path}
              payUrl={reading.payUrl}
              state={frame.reader?.state ?? null}
            />
          </>
        )}
      </article>
    </Layout>
  );
}

function MeterHint({ meter, path }: { meter: MeterProps; path: string }) {
  const { words } = useLanguage();
  return (
    <p class="note">
      {words.article.meterHint(meter)}{' '}
      {meter.limitWithAccount === null ? (
        <a href={withReturnTo(paths.join, path)}>{words.article.meterJoin}</a>
      ) : (
        <a href={withReturnTo(paths.register, path)}>
          {words.article.meterRegister(meter.limitWithAccount)}
        </a>
      )}
    </p>
  );
}
