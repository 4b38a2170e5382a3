/** A page of articles, one below the other, and the ways to the newer and the older ones. */

import { useLanguage } from '../language.js';
import type { ArticleCardProps } from '../page-props.js';
import { ArticleCard } from './article-card.js';

interface ArticleListProps {
  cards: ArticleCardProps[];
  /** Where the list goes on; null on its last page. */
  older: string | null;
  /** Where it comes from; null on its first page. */
  newer: string | null;
  /** Said of each article, unless all of them are of the same one. */
  withSection?: boolean;
}

export function ArticleList({ cards, older, newer, withSection = true }: ArticleListProps) {
  return (
    <>
      {cards.length === 0 ? null : (
        <div class="section-list">
          {cards.map((card) => (
            <ArticleCard
              key={card.slug}
              card={card}
              voice="pictured"
              heading="h2"
              withSection={withSection}
            />
          ))}
        </div>
      )}
      <Leafing older={older} newer={newer} />
    </>
  );
}

function Leafing({ older, newer }: Pick<ArticleListProps, 'older' | 'newer'>) {
  const { lists } = useLanguage().words;
  if (older === null && newer === null) return null;
  return (
    <nav class="leafing" aria-label={lists.pages}>
      {newer === null ? null : (
        <a class="button button-quiet" href={newer} rel="prev">
          {lists.newer}
        </a>
      )}
      {older === null ? null : (
        <a class="button button-quiet older" href={older} rel="next">
          {lists.older}
        </a>
      )}
    </nav>
  );
}
