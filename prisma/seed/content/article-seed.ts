/** What the town's editorial content is written in: articles as data, dated relative to now. */
import type { ArticleKind, Gate, HeroImage } from '../../../src/articles/article.js';

export interface ArticleSeed {
  slug: string;
  title: string;
  standfirst: string;
  kind: ArticleKind;
  gate: Gate;
  /** Slugs. */
  section: string;
  authors: string[];
  tags: string[];
  heroImage: HeroImage | null;
  /** How long ago it first appeared, so that a fresh town always has a fresh paper. */
  hoursAgo: number;
  bodyHtml: string;
}

/** The drawings that the site serves under /assets/town/. */
export type Drawing =
  'harbour' | 'bridge' | 'market' | 'school' | 'tram' | 'orchard' | 'theatre' | 'library';

export function drawing(name: Drawing, alt: string, caption: string): HeroImage {
  return { url: `/assets/town/${name}.svg`, alt, caption, credit: 'Illustration: Ines Vega' };
}
