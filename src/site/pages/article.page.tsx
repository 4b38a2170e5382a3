/** An article: the whole text where access is granted, else the teaser with the wall under it. */

import type { PageFrame } from '../page-frame.js';
import type {
  ArticleCardProps,
  Denial,
  MeterProps,
  NextArticleProps,
  OfferProps,
  ReadingNotesProps,
} from '../page-props.js';
import { ArticleTags, ReadNext, WhereToRead } from '../parts/article-foot.js';
import { ArticleHead } from '../parts/article-head.js';
import { ArticleMetadata } from '../parts/article-metadata.js';
import { GiveArticle } from '../parts/give-article.js';
import { Layout } from '../parts/layout.js';
import { MeterHint } from '../parts/meter-hint.js';
import { ReadingNotes } from '../parts/reading-notes.js';
import { Wall } from '../parts/wall.js';
import { SanitisedHtml, type SanitisedArticleHtml } from '../sanitised-html.js';
import { paths } from '../site-paths.js';

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
      /** Some institution pays for whoever signs in with an address of its own. */
      institutionsSignIn: boolean;
    };

export interface ArticlePageProps {
  frame: PageFrame;
  article: ArticleCardProps;
  reading: Reading;
  /** Left out where there is nothing to say. */
  notes?: ReadingNotesProps;
  /** Of the same section. */
  next?: NextArticleProps[];
}

export function ArticlePage({ frame, article, reading, notes, next = [] }: ArticlePageProps) {
  const path = paths.article(article.slug);
  return (
    <Layout
      frame={frame}
      title={article.title}
      description={article.standfirst}
      section={article.section?.slug ?? null}
      head={<ArticleMetadata article={article} frame={frame} />}
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
              institutionsSignIn={reading.institutionsSignIn}
              wasGift={(notes?.giftRefusal ?? null) !== null}
              state={frame.reader?.state ?? null}
            />
          </>
        )}
        <ArticleTags tags={article.tags} />
        <WhereToRead address={`${frame.origin}${path}`} isWhole={reading.granted} />
      </article>
      {article.section ? <ReadNext section={article.section} articles={next} /> : null}
    </Layout>
  );
}
