/** Who wrote an article, each with the way to whatever else she has written, and when it appeared. */

import { useLanguage } from '../language.js';
import type { NamedLink } from '../page-props.js';
import { paths } from '../site-paths.js';

export interface BylineProps {
  authors: NamedLink[];
  /** Null for what has not been published yet. */
  publishedAt: Date | null;
  updatedAt: Date;
}

/** Milliseconds; a correction within the hour is not worth a line. */
const WORTH_MENTIONING = 60 * 60 * 1000;

export function Byline({ authors, publishedAt, updatedAt }: BylineProps) {
  const { words, format } = useLanguage();
  const wasUpdated =
    publishedAt !== null && updatedAt.getTime() - publishedAt.getTime() > WORTH_MENTIONING;
  return (
    <div class="byline">
      {authors.length > 0 ? <Authors authors={authors} /> : null}
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

/** Stand for the names until the language has put them into its sentence: characters that no text has a use for. */
const firstStandIn = 0xe000;
const standIns = /([\uE000-\uF8FF])/;

function Authors({ authors }: Pick<BylineProps, 'authors'>) {
  const { words, format } = useLanguage();
  const inPlace = authors.map((_, place) => String.fromCodePoint(firstStandIn + place));
  const pieces = words.article.by(format.list(inPlace)).split(standIns);
  return (
    <p class="authors">
      {pieces.map((piece) => {
        const author = authors[inPlace.indexOf(piece)];
        if (author === undefined) return piece;
        return (
          <a key={author.slug} href={paths.author(author.slug)} rel="author">
            {author.name}
          </a>
        );
      })}
    </p>
  );
}
