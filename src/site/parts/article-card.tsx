/** An article as it is announced elsewhere: kicker, headline, standfirst, perhaps its picture. */

import { useLanguage } from '../language.js';
import type { ArticleCardProps } from '../page-props.js';
import { paths } from '../site-paths.js';

interface CardProps {
  card: ArticleCardProps;
  /** How loudly it speaks: the lead of the page, a card with its picture, or a headline alone. */
  voice: 'lead' | 'pictured' | 'plain';
  heading: 'h2' | 'h3';
  /** Left out where the page or the block already says it. */
  withSection?: boolean;
}

export function ArticleCard({ card, voice, heading: Heading, withSection = true }: CardProps) {
  const { words, format } = useLanguage();
  const picture = voice === 'plain' ? null : card.heroImage;
  const gate = words.article.gates[card.gate];
  return (
    <article class={`card card-${voice}`}>
      {picture ? (
        <img
          src={picture.url}
          alt=""
          width={1600}
          height={900}
          loading={voice === 'lead' ? 'eager' : 'lazy'}
          fetchpriority={voice === 'lead' ? 'high' : undefined}
        />
      ) : null}
      <div class="card-words">
        <Kicker card={card} withSection={withSection} />
        <Heading>
          <a href={paths.article(card.slug)}>{card.title}</a>
        </Heading>
        <p class="card-standfirst">{card.standfirst}</p>
        {card.authors.length > 0 || gate ? (
          <p class="card-meta">
            {card.authors.length > 0 ? (
              <span>
                {words.article.by(format.list(card.authors.map((author) => author.name)))}
              </span>
            ) : null}
            {gate ? <span class="gate">{gate}</span> : null}
          </p>
        ) : null}
      </div>
    </article>
  );
}

/** Section and kind, above the headline; the section is a link. */
export function Kicker(props: {
  card: Pick<ArticleCardProps, 'section' | 'kind'>;
  withSection?: boolean;
}) {
  const { words } = useLanguage();
  const section = props.withSection === false ? null : props.card.section;
  const kind = words.article.kinds[props.card.kind];
  if (!section && !kind) return null;
  return (
    <p class="kicker">
      {section ? <a href={paths.section(section.slug)}>{section.name}</a> : null}
      {kind ? <span>{kind}</span> : null}
    </p>
  );
}
