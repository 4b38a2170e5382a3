/** Everything one section has printed, newest first. */

import { useLanguage } from '../language.js';
import type { ArticleCardProps, NamedLink, PageFrame } from '../page-props.js';
import { ArticleCard } from '../parts/article-card.js';
import { Layout } from '../parts/layout.js';
import { publication } from '../publication.js';

export interface SectionPageProps {
  frame: PageFrame;
  section: NamedLink;
  cards: ArticleCardProps[];
  /** Where the list goes on; null on its last page. */
  older: string | null;
}

export function SectionPage({ frame, section, cards, older }: SectionPageProps) {
  const { words } = useLanguage();
  return (
    <Layout
      frame={frame}
      title={section.name}
      description={words.section.description(section.name, publication.name)}
      section={section.slug}
    >
      <h1 class="page-title">{section.name}</h1>
      {cards.length === 0 ? <p class="empty">{words.section.empty}</p> : null}
      <div class="section-list">
        {cards.map((card) => (
          <ArticleCard
            key={card.slug}
            card={card}
            voice="pictured"
            heading="h2"
            withSection={false}
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
    </Layout>
  );
}
