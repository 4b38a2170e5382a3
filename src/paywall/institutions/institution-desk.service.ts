/** Institutions as staff keep them, and what is read through each. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { utcDay } from '../../platform/clock/utc-day.rules.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { type PageRequest, isIdKey, pageOf } from '../../platform/http/paging.js';
import { invalidBody, invalidParameters, notFound } from '../../platform/http/problem.js';
import type { Institution, InstitutionDraft, InstitutionUsage } from './institution.js';
import { judgeDraft } from './institution.rules.js';
import { type DayRange, InstitutionReadRepository } from './institution-read.repository.js';
import { InstitutionRepository } from './institution.repository.js';

export type NewInstitution = Omit<InstitutionDraft, 'startsAt'> & { startsAt?: Date | undefined };

/** What is left out stays. */
export type InstitutionChange = {
  readonly [Field in keyof InstitutionDraft]?: InstitutionDraft[Field] | undefined;
};

@Injectable()
export class InstitutionDesk {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly reads: InstitutionReadRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The newest first.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async list({ limit, cursor }: PageRequest): Promise<Page<Institution>> {
    const before = cursor === undefined ? null : decodeCursor(cursor, isIdKey)[0];
    return pageOf(await this.institutions.list(before, limit + 1), limit, ({ id }) => [id]);
  }

  /** @throws Problem 404 */
  async show(id: string): Promise<Institution> {
    const institution = await this.institutions.find(id);
    if (institution === null) throw notFound();
    return institution;
  }

  /**
   * One without a beginning begins now.
   * @throws Problem 422 that names what is wrong
   */
  async create({ startsAt, ...draft }: NewInstitution): Promise<Institution> {
    return this.institutions.add(approved({ ...draft, startsAt: startsAt ?? this.clock.now() }));
  }

  /** @throws Problem 404, 422 that names what is wrong */
  async edit(id: string, change: InstitutionChange): Promise<Institution> {
    const changed = await this.institutions.change(id, (present) =>
      approved({
        name: change.name ?? present.name,
        networks: change.networks ?? present.networks,
        emailDomains: change.emailDomains ?? present.emailDomains,
        startsAt: change.startsAt ?? present.startsAt,
        endsAt: change.endsAt ?? present.endsAt,
      }),
    );
    if (changed === null) throw notFound();
    return changed;
  }

  /**
   * @param range until today, and thirty days where nothing is said
   * @throws Problem 404, 400 for a range that ends before it begins
   */
  async usage(id: string, range: Partial<DayRange>): Promise<DayRange & InstitutionUsage> {
    await this.show(id);
    const to = range.to ?? utcDay(this.clock.now());
    const from = range.from ?? utcDay(new Date(Date.parse(to) - 29 * day));
    if (from > to) throw invalidParameters([{ field: 'from', message: 'must not be after "to"' }]);
    return { from, to, ...(await this.reads.usage(id, { from, to })) };
  }
}

const day = 24 * 60 * 60 * 1000;

function approved(proposed: InstitutionDraft): InstitutionDraft {
  const { draft, faults } = judgeDraft(proposed);
  if (draft === null) throw invalidBody([...faults]);
  return draft;
}
