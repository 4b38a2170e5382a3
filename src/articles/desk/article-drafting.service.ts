/** Reads what staff say of an article into what is kept of it: names become ids, and a new one gets its gate. */
import { Injectable } from '@nestjs/common';
import type { ArticleKind, Gate, HeroImage } from '../article.js';
import type { ArticleRecord } from './article-desk.repository.js';
import { heroAddress, refusedHero } from './article-draft.rules.js';
import { type ArticleGate, closedGate, gateAfter, refusedOfGate } from '../article-gate.rules.js';
import { ArticleReferences } from './article-references.service.js';
import { refusedBody } from '../articles.errors.js';
import { defaultGateFor } from './default-gate.rules.js';
import { GateDefaultRepository } from './gate-default.repository.js';
import { cleanLine } from '../text/plain-text.rules.js';

/** What an editor may set; what is left out stays as it is. */
export interface ArticleChanges {
  title?: string | undefined;
  slug?: string | undefined;
  standfirst?: string | undefined;
  kind?: ArticleKind | undefined;
  gate?: Gate | undefined;
  planIds?: string[] | undefined;
  freeForHours?: number | null | undefined;
  freeAfterDays?: number | null | undefined;
  /** Slugs; a tag may also be a new tag's name. */
  section?: string | null | undefined;
  authors?: string[] | undefined;
  tags?: string[] | undefined;
  heroImage?: HeroImage | null | undefined;
  /** The whole text with at most one `<!--paywall-->` that counts. */
  bodyHtml?: string | undefined;
}

/** All of a record but what is made of the text, and of the title. */
type Begun = Omit<ArticleRecord, 'slug' | 'previewHtml' | 'previewText' | 'createdById'>;

@Injectable()
export class ArticleDrafting {
  constructor(
    private readonly references: ArticleReferences,
    private readonly defaults: GateDefaultRepository,
  ) {}

  /**
   * A new draft. Where it names no gate, it gets the default of its section and kind as they are now.
   * @throws Problem 422
   */
  async begin(draft: ArticleChanges & { title: string }): Promise<Begun> {
    const said = await this.said(draft);
    const { sectionId = null, kind = 'story' } = said;
    const before =
      draft.gate === undefined
        ? defaultGateFor(await this.defaults.list(), { sectionId, kind })
        : closedGate;
    return {
      title: draft.title,
      standfirst: '',
      kind,
      sectionId,
      authorIds: [],
      tagIds: [],
      heroImage: null,
      ...said,
      ...settledGate(before, draft),
    };
  }

  /**
   * What an edit changes.
   * @throws Problem 422
   */
  async change(before: ArticleGate, changes: ArticleChanges): Promise<Partial<ArticleRecord>> {
    const gate = settledGate(before, changes);
    return { ...(await this.said(changes)), ...gate };
  }

  /** What is said, without the gate. */
  private async said(changes: ArticleChanges): Promise<Partial<ArticleRecord>> {
    const { title, slug, standfirst, kind, heroImage, section, authors, tags } = changes;
    const refused = refusedHero(heroImage);
    if (refused.length > 0) throw refusedBody(refused);
    return {
      ...(slug === undefined ? {} : { slug }),
      ...(kind === undefined ? {} : { kind }),
      ...(title === undefined ? {} : { title: cleanLine(title) }),
      ...(standfirst === undefined ? {} : { standfirst: cleanLine(standfirst) }),
      ...(heroImage === undefined ? {} : { heroImage: tidyHero(heroImage) }),
      ...(section === undefined ? {} : { sectionId: await this.references.sectionId(section) }),
      ...(authors === undefined ? {} : { authorIds: await this.references.authorIds(authors) }),
      ...(tags === undefined ? {} : { tagIds: await this.references.tagIds(tags) }),
    };
  }
}

/** @throws Problem 422 */
function settledGate(before: ArticleGate, changes: ArticleChanges): ArticleGate {
  const refused = refusedOfGate(before, changes);
  if (refused.length > 0) throw refusedBody(refused);
  return gateAfter(before, changes);
}

function tidyHero(image: HeroImage | null): HeroImage | null {
  if (image === null) return null;
  return {
    url: heroAddress(image.url) ?? image.url,
    alt: cleanLine(image.alt),
    caption: image.caption === null ? null : cleanLine(image.caption) || null,
    credit: image.credit === null ? null : cleanLine(image.credit) || null,
  };
}
