/** What a page says of its article to machines: where it belongs, how to announce it, and what of it is free. */

import { usePublication } from '../language.js';
import {
  type Publisher,
  newsArticle,
  scriptData,
  wholeAddress,
} from '../machines/news-article.rules.js';
import type { PageFrame } from '../page-frame.js';
import type { ArticleCardProps } from '../page-props.js';
import { paths } from '../site-paths.js';

interface ArticleMetadataProps {
  article: ArticleCardProps;
  frame: PageFrame;
}

export function ArticleMetadata({ article, frame: { origin, files } }: ArticleMetadataProps) {
  const { title, standfirst, section, heroImage, publishedAt, updatedAt } = article;
  const publication = usePublication();
  const address = `${origin}${paths.article(article.slug)}`;
  const logo = files.logo?.href ?? files.icon;
  const publisher: Publisher = { name: publication.name, origin, logo };
  return (
    <>
      <link rel="canonical" href={address} />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={publication.name} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={standfirst} />
      <meta property="og:url" content={address} />
      {heroImage ? (
        <>
          <meta property="og:image" content={wholeAddress(heroImage.url, origin)} />
          <meta property="og:image:alt" content={heroImage.alt} />
        </>
      ) : null}
      <meta property="article:published_time" content={publishedAt.toISOString()} />
      <meta property="article:modified_time" content={updatedAt.toISOString()} />
      {section ? <meta property="article:section" content={section.name} /> : null}
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: scriptData(newsArticle(article, address, publisher)) }}
      />
    </>
  );
}
