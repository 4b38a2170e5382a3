/** Everything one section has printed, newest first. */

import { useLanguage, usePublication } from '../language.js';
import type { ArticleCardProps, NamedLink, PageFrame } from '../page-props.js';
import { ArticleList } from '../parts/article-list.js';
import { Layout } from '../parts/layout.js';

export interface SectionPageProps {
  frame: PageFrame;
  section: NamedLink;
  cards: ArticleCardProps[];
  /** Where the list goes on; null on its last page. */
  older: string | null;
}

export function SectionPage({ frame, section, cards, older }: SectionPageProps) {
  const { words } = useLanguage();
  const publication = usePublication();
  return (
    <Layout
      frame={frame}
      title={section.name}
      description={words.section.description(section.name, publication.name)}
      section={section.slug}
    >
      <h1 class="page-title">{section.name}</h1>
      {cards.length === 0 ? <p class="empty">{words.section.empty}</p> : null}
      <ArticleList cards={cards} older={older} withSection={false} />
    </Layout>
  );
}
