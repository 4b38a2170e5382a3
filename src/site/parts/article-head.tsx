/** What stands above an article's text: headline, standfirst, who wrote it and when, its picture. */

import type { ArticleCardProps, HeroImage } from '../page-props.js';
import { Kicker } from './article-card.js';
import { Byline } from './byline.js';

/** An article that has not been published yet has no date. */
export type ArticleHeadProps = Omit<ArticleCardProps, 'publishedAt' | 'gate' | 'slug'> & {
  publishedAt: Date | null;
};

export function ArticleHead({ article }: { article: ArticleHeadProps }) {
  const { title, standfirst, heroImage, authors, publishedAt, updatedAt } = article;
  return (
    <>
      <header class="article-head">
        <Kicker card={article} />
        <h1>{title}</h1>
        {standfirst === '' ? null : <p class="standfirst">{standfirst}</p>}
        <Byline authors={authors} publishedAt={publishedAt} updatedAt={updatedAt} />
      </header>
      {heroImage ? <Hero image={heroImage} /> : null}
    </>
  );
}

/** The frame is 16 to 9 whatever comes, so that nothing moves when it does. */
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
