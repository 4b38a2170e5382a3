/** Everything the console is about; who adds a subject adds its line here. */
import { articles } from './articles/articles.subject.js';
import { audit } from './audit/audit.subject.js';
import { authors } from './authors/authors.subject.js';
import { inbox } from './inbox/inbox.subject.js';
import { institutions } from './institutions/institutions.subject.js';
import { members } from './members/members.subject.js';
import { overview } from './overview/overview.subject.js';
import { plans } from './plans/plans.subject.js';
import { revenue } from './revenue/revenue.subject.js';
import { reconciliation } from './reconciliation/reconciliation.subject.js';
import { sections } from './sections/sections.subject.js';
import { settings } from './settings/settings.subject.js';
import { tags } from './tags/tags.subject.js';
import type { Subject } from './subject.js';

export const subjects: readonly Subject[] = [
  overview,
  articles,
  authors,
  sections,
  tags,
  members,
  institutions,
  plans,
  revenue,
  settings,
  inbox,
  reconciliation,
  audit, //
];
