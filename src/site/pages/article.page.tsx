/** An article: the whole text where access is granted, else the teaser with the wall under it. */

import { useLanguage } from '../language.js';
import type {
  ArticleCardProps,
  Denial,
  HeroImage,
  MeterProps,
  OfferProps,
  PageFrame,
} from '../page-props.js';
import { Kicker } from '../parts/article-card.js';
import { Layout } from '../parts/layout.js';
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
}

/** Milliseconds; a correction within the hour is not worth a line. */
const WORTH_MENTIONING = 60 * 60 * 1000;

export function ArticlePage({ frame, article, reading }: ArticlePageProps) {
  const path = paths.article(article.slug);
  return (
    <Layout
      frame={frame}
      title={article.title}
      description={article.standfirst}
      section={article.section?.slug ?? null}
    >
      <article class="article">
        <header class="article-head">
          <Kicker card={article} />
          <h1>{article.title}</h1>
          <p class="standfirst">{article.standfirst}</p>
          <Byline article={article} />
        </header>
        {article.heroImage ? <Hero image={article.heroImage} /> : null}
        {reading.granted ? (
          <>
            <SanitisedHtml class="prose" html={reading.bodyHtml} />
            {reading.meter ? <MeterHint meter={reading.meter} path={path} /> : null}
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

function Byline({ article }: { article: ArticleCardProps }) {
  const { words, format } = useLanguage();
  const { publishedAt, updatedAt } = article;
  const wasUpdated = updatedAt.getTime() - publishedAt.getTime() > WORTH_MENTIONING;
  return (
    <div class="byline">
      {article.authors.length > 0 ? (
        <p class="authors">
          {words.article.by(format.list(article.authors.map((author) => author.name)))}
        </p>
      ) : null}
      <p class="dates">
        <span>
          {words.article.published}{' '}
          <time datetime={publishedAt.toISOString()}>{format.date(publishedAt)}</time>
        </span>
        {wasUpdated ? (
          <span>
            {words.article.updated}{' '}
            <time datetime={updatedAt.toISOString()}>{format.moment(updatedAt)}</time>
          </span>
        ) : null}
      </p>
    </div>
  );
}

function Hero({ image }: { image: HeroImage }) {
  return (
    <figure class="hero">
      <img src={image.url} alt={image.alt} width={1600} height={900} fetchpriority="high" />
      {image.caption || image.credit ? (
        <figcaption>
          {image.caption ? <span>{image.caption}</span> : null}{' '}
          {image.credit ? <span class="credit">{image.credit}</span> : null}
        </figcaption>
      ) : null}
    </figure>
  );
}

function MeterHint({ meter, path }: { meter: MeterProps; path: string }) {
  const { words } = useLanguage();
  return (
    <p class="meter-hint">
      {words.article.meterHint(meter.remaining, meter.limit)}{' '}
      <a href={withReturnTo(paths.join, path)}>{words.article.meterJoin}</a>
    </p>
  );
}
