/** What stands below an article's text: the ways to more of the same, and on paper where it is from. */

import { useLanguage } from '../language.js';
import type { NamedLink, NextArticleProps } from '../page-props.js';
import { paths } from '../site-paths.js';

export function ArticleTags({ tags }: { tags: NamedLink[] }) {
  const { furniture } = useLanguage().words;
  if (tags.length === 0) return null;
  return (
    <nav class="tags" aria-label={furniture.about}>
      <p>{furniture.about}</p>
      <ul>
        {tags.map(({ slug, name }) => (
          <li key={slug}>
            <a href={paths.tag(slug)} rel="tag">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ReadNextProps {
  section: NamedLink;
  articles: NextArticleProps[];
}

export function ReadNext({ section, articles }: ReadNextProps) {
  const { furniture } = useLanguage().words;
  if (articles.length === 0) return null;
  return (
    <section class="block read-next" aria-labelledby="read-next">
      <h2 class="block-title" id="read-next">
        <a href={paths.section(section.slug)}>{furniture.moreFrom(section.name)}</a>
      </h2>
      <div class="cards">
        {articles.map(({ slug, title, standfirst }) => (
          <article class="card card-plain" key={slug}>
            <h3>
              <a href={paths.article(slug)}>{title}</a>
            </h3>
            <p class="card-standfirst">{standfirst}</p>
          </article>
        ))}
      </div>
    </section>
  );
}

/** Seen in print alone. @param isWhole whether all of the text stands above it */
export function WhereToRead({ address, isWhole }: { address: string; isWhole: boolean }) {
  const { readAt, readOnAt } = useLanguage().words.furniture;
  return <p class="where-to-read">{isWhole ? readAt(address) : readOnAt(address)}</p>;
}
