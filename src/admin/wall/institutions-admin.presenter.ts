/** What staff see of institutions. */
import type { Page } from '../../platform/http/page.dto.js';
import type { Institution, InstitutionUsage } from '../../paywall/institutions/institution.js';
import type { DayRange } from '../../paywall/institutions/institution-read.repository.js';

export class InstitutionView {
  id: string;
  /** As its readers are told it. */
  name: string;
  /** As they are kept: each by its first address and its length. */
  networks: string[];
  emailDomains: string[];
  startsAt: Date;
  /** The first instant at which it opens nothing any more. */
  endsAt: Date;
  createdAt: Date;
  updatedAt: Date;
}

export class InstitutionPage {
  items: InstitutionView[];
  nextCursor: string | null;
}

export class DayOfReads {
  /** In UTC, like `2027-01-31`. */
  day: string;
  reads: number;
}

export class ArticleReads {
  slug: string;
  title: string;
  reads: number;
}

export class InstitutionUsageView {
  /** The first day. */
  from: string;
  /** The last day. */
  to: string;
  total: number;
  /** Days without a read are left out. */
  days: DayOfReads[];
  /** The fifty most read, the most read first. */
  articles: ArticleReads[];
}

export function presentInstitution(institution: Institution): InstitutionView {
  const { id, name, networks, emailDomains, startsAt, endsAt, createdAt, updatedAt } = institution;
  return { id, name, networks, emailDomains, startsAt, endsAt, createdAt, updatedAt };
}

export function presentInstitutions({ items, nextCursor }: Page<Institution>): InstitutionPage {
  return { items: items.map(presentInstitution), nextCursor };
}

export function presentUsage(usage: DayRange & InstitutionUsage): InstitutionUsageView {
  const { from, to, total } = usage;
  return {
    from,
    to,
    total,
    days: usage.days.map(({ day, reads }) => ({ day, reads })),
    articles: usage.articles.map(({ slug, title, reads }) => ({ slug, title, reads })),
  };
}
