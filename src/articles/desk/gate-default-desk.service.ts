/** Staff set which gate new articles get; what has been begun keeps the gate that it has. */
import { Injectable } from '@nestjs/common';
import type { ArticleKind } from '../article.js';
import { type ArticleGate, closedGate, gateAfter, refusedOfGate } from '../article-gate.rules.js';
import { refusedBody } from '../articles.errors.js';
import { type GateDefault, repeatedPlaces } from './default-gate.rules.js';
import { GateDefaultRepository } from './gate-default.repository.js';
import { SectionRepository } from '../section.repository.js';

/** A default as staff name it. */
export interface NamedGateDefault extends ArticleGate {
  /** A slug; null for any. */
  section: string | null;
  kind: ArticleKind | null;
}

@Injectable()
export class GateDefaultDesk {
  constructor(
    private readonly defaults: GateDefaultRepository,
    private readonly sections: SectionRepository,
  ) {}

  async list(): Promise<NamedGateDefault[]> {
    const [defaults, sections] = await Promise.all([this.defaults.list(), this.sections.list()]);
    const slugs = new Map(sections.map(({ id, slug }) => [id, slug]));
    return defaults.map(({ sectionId, ...gate }) => ({
      section: sectionId === null ? null : (slugs.get(sectionId) ?? null),
      ...gate,
    }));
  }

  /**
   * The whole list: what is left out is gone.
   * @throws Problem 422 that names the field, like `items.2.section`
   */
  async replace(named: readonly NamedGateDefault[]): Promise<NamedGateDefault[]> {
    const sections = await this.sections.list();
    const ids = new Map(sections.map(({ id, slug }) => [slug, id]));
    const wrong = named.flatMap((each, at) =>
      refusedOf(each, ids).map(({ field, message }) => ({
        field: `items.${at}.${field}`,
        message,
      })),
    );
    if (wrong.length > 0) throw refusedBody(wrong);
    const defaults = named.map(({ section, kind, ...gate }): GateDefault => {
      const sectionId = section === null ? null : (ids.get(section) ?? null);
      return { sectionId, kind, ...gateAfter(closedGate, gate) };
    });
    const twice = repeatedPlaces(defaults);
    if (twice.length > 0) throw refusedBody(twice.map(alreadyNamed));
    await this.defaults.replace(defaults);
    return this.list();
  }

  /** Whether a default is narrowed to the members of this plan. */
  isAnyNarrowedTo(planId: string): Promise<boolean> {
    return this.defaults.isAnyNarrowedTo(planId);
  }
}

function refusedOf(
  named: NamedGateDefault,
  known: ReadonlyMap<string, string>,
): { field: string; message: string }[] {
  const { section } = named;
  const isUnknown = section !== null && !known.has(section);
  return [
    ...(isUnknown ? [{ field: 'section', message: `There is no section "${section}".` }] : []),
    ...refusedOfGate(closedGate, named),
  ];
}

const alreadyNamed = (at: number) => ({
  field: `items.${at}`,
  message: 'An earlier item names the same section and kind.',
});
