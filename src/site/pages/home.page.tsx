/** The front page: the lead, what stands beside it, and a block for each section. */

import type { FrontPage } from '../front-page.rules.js';
import { useLanguage, usePublication } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { ArticleCardProps } from '../page-props.js';
import { ArticleCard } from '../parts/article-card.js';
import { Layout } from '../parts/layout.js';
import { paths } from '../site-paths.js';

export interface HomePageProps extends FrontPage<ArticleCardProps> {
  frame: PageFrame;
  today: Date;
}

export function HomePage({ frame, today, lead, beside, blocks, others }: HomePageProps) {
  const { words, format } = useLanguage();
  const publication = usePublication();
  return (
    <Layout
      frame={frame}
      title={words.home.title(publication.name, publication.motto)}
      description={publication.motto}
      front={{ dateline: format.weekday(today) }}
    >
      {lead ? (
        <div class="front">
          <section class="front-lead" aria-label={words.home.lead}>
            <ArticleCard card={lead} voice="lead" heading="h2" />
          </section>
          {beside.length > 0 ? (
            <section class="front-beside" aria-label={words.home.beside}>
              {beside.map((card) => (
                <ArticleCard key={card.slug} card={card} voice="plain" heading="h3" />
              ))}
            </section>
          ) : null}
        </div>
      ) : (
        <p class="empty">{words.home.empty}</p>
      )}
      {blocks.map(({ section, cards }, row) => (
        <section class="block" key={section.slug} aria-labelledby={`section-${section.slug}`}>
          <h2 class="block-title" id={`section-${section.slug}`}>
            <a href={paths.section(section.slug)}>{section.name}</a>
          </h2>
          <div class={isPictureRow(row, cards) ? 'cards cards-row' : `cards cards-${cards.length}`}>
            {cards.map((card, place) => (
              <ArticleCard
                key={card.slug}
                card={card}
                voice={place === 0 || isPictureRow(row, cards) ? 'pictured' : 'plain'}
                heading="h3"
                withSection={false}
              />
            ))}
          </div>
        </section>
      ))}
      {others.length > 0 ? (
        <section class="block" aria-labelledby="others">
          <h2 class="block-title" id="others">
            {words.home.others}
          </h2>
          <div class="cards cards-row">
            {others.map((card) => (
              <ArticleCard key={card.slug} card={card} voice="pictured" heading="h3" />
            ))}
          </div>
        </section>
      ) : null}
    </Layout>
  );
}

/** Every second full block shows all its pictures, so that the page has a rhythm. */
function isPictureRow(row: number, cards: ArticleCardProps[]): boolean {
  return row % 2 === 1 && cards.length === 4 && cards.every((card) => card.heroImage !== null);
}
