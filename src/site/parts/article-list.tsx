/** A page of articles, one below the other, and the way to the older ones. */

import { useLanguage } from '../language.js';
import type { ArticleCardProps } from '../page-props.js';
import { ArticleCard } from './article-card.js';

interface ArticleListProps {
  cards: ArticleCardProps[];
  /** Where the list goes on; null on its last page. */
  older: string | null;
  /** Said of each article, unless all of them are of the same one. */
  withSection?: boolean;
}

export function ArticleList({ cards, older, withSection = true }: ArticleListProps) {
  const { words } = useLanguage();
  return (
    <>
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
      {older ? (
        <p class="actions">
          <a class="button button-quiet" href={older} rel="next">
            {words.section.older}
          </a>
        </p>
      ) : null}
    </>
  );
}
