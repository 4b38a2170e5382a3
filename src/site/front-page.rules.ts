/** Decides what leads the front page, what stands beside it, and what is left for the sections. */

export interface Placeable {
  slug: string;
  section: { slug: string; name: string } | null;
  heroImage: object | null;
}

export interface SectionBlock<Card> {
  section: { slug: string; name: string };
  cards: Card[];
}

export interface FrontPage<Card> {
  lead: Card | null;
  beside: Card[];
  blocks: SectionBlock<Card>[];
  /** What belongs to no section. */
  others: Card[];
}

const BESIDE_THE_LEAD = 4;
const CARDS_IN_A_BLOCK = 4;
const OTHERS = 8;

/**
 * `newestFirst` in, every card at most once out. The lead is the newest with a picture, since a front page
 * without one looks like a list; the sections keep the order of the navigation and are left out when empty.
 */
export function arrangeFrontPage<Card extends Placeable>(
  newestFirst: readonly Card[],
  sections: readonly { slug: string; name: string }[],
): FrontPage<Card> {
  const lead = newestFirst.find((card) => card.heroImage !== null) ?? newestFirst[0] ?? null;
  const rest = newestFirst.filter((card) => card !== lead);
  const beside = rest.slice(0, BESIDE_THE_LEAD);
  const later = rest.slice(BESIDE_THE_LEAD);
  const blocks = sections
    .map((section) => ({
      section,
      cards: pictureFirst(
        later.filter((card) => card.section?.slug === section.slug).slice(0, CARDS_IN_A_BLOCK),
      ),
    }))
    .filter((block) => block.cards.length > 0);
  const others = later.filter((card) => card.section === null).slice(0, OTHERS);
  return { lead, beside, blocks, others };
}

function pictureFirst<Card extends Placeable>(cards: Card[]): Card[] {
  const pictured = cards.find((card) => card.heroImage !== null);
  if (!pictured) return cards;
  return [pictured, ...cards.filter((card) => card !== pictured)];
}
