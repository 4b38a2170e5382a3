/** What stands above an article's text: headline, standfirst, who wrote it and when, its picture. */

import { useLanguage } from '../language.js';
import type { ArticleCardProps, HeroImage } from '../page-props.js';
import { Kicker } from './article-card.js';

/** An article that has not been published yet has no date. */
export type ArticleHeadProps = Omit<ArticleCardProps, 'publishedAt' | 'gate' | 'slug'> & {
  publishedAt: Date | null;
};

/** Milliseconds; a correction within the hour is not worth a line. */
const WORTH_MENTIONING = 60 * 60 * 1000;

export function ArticleHead({ article }: { article: ArticleHeadProps }) {
  return (
    <>
      <header class="article-head">
        <Kicker card={article} />
        <h1>{article.title}</h1>
        <p class="standfirst">{article.standfirst}</p>
        <Byline article={article} />
      </header>
      {article.heroImage ? <Hero image={article.heroImage} /> : null}
    </>
  );
}

function Byline({ article }: { article: ArticleHeadProps }) {
  const { words, format } = useLanguage();
  const { publishedAt, updatedAt } = article;
  const wasUpdated =
    publishedAt !== null && updatedAt.getTime() - publishedAt.getTime() > WORTH_MENTIONING;
  return (
    <div class="byline">
      {article.authors.length > 0 ? (
        <p class="authors">
          {words.article.by(format.list(article.authors.map((author) => author.name)))}
        </p>
      ) : null}
      <p class="dates">
        {publishedAt ? (
          <span>
            {words.article.published}{' '}
            <time datetime={publishedAt.toISOString()}>{format.date(publishedAt)}</time>
          </span>
        ) : null}
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
