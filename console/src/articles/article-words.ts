/** What the desk says of articles: their state, their kind, their gate. */
import { momentInWords } from '../words/dates.js';
import { countOf } from '../words/numbers.js';
import type { ArticleCard, Gate, Kind, Status } from './article.js';

export const kindNames: Record<Kind, string> = {
  story: 'Story',
  memo: 'Memo',
  'trend-report': 'Trend report',
  briefing: 'Briefing',
};

export const statusNames: Record<Status, string> = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  published: 'Published',
  unpublished: 'Taken back',
};

export const gateNames: Record<Gate, string> = {
  public: 'Public',
  registered: 'Registered',
  metered: 'Metered',
  members: 'Members',
};

const gateSentences: Record<Gate, string> = {
  public: 'Everybody reads the whole text.',
  registered: 'Whoever is signed in reads the whole text; strangers read up to the wall.',
  metered:
    'Members read the whole text; everybody else as long as the free allowance lasts, then up to the wall.',
  members: 'Members read the whole text; everybody else reads up to the wall.',
};

type GateSettings = Pick<ArticleCard, 'gate' | 'planIds' | 'freeForHours' | 'freeAfterDays'>;

/** In a sentence or two. */
export function gateInWords({ gate, planIds, freeForHours, freeAfterDays }: GateSettings): string {
  const isNarrowed = gate === 'members' && planIds.length > 0;
  const sentence = isNarrowed
    ? `Members of ${countOf(planIds.length, 'chosen plan')} read the whole text; everybody else reads up to the wall.`
    : gateSentences[gate];
  if (gate === 'public') return sentence;
  const first = freeForHours
    ? ` Free for everybody in its first ${countOf(freeForHours, 'hour')}.`
    : '';
  const later = freeAfterDays
    ? ` Free for everybody from ${countOf(freeAfterDays, 'day')} after it appeared.`
    : '';
  return sentence + first + later;
}

/** Like `Scheduled for Nov 24, 2026, 6:00 AM`. */
export function statusInWords({
  status,
  publishAt,
  publishedAt,
  updatedAt,
}: Pick<ArticleCard, 'status' | 'publishAt' | 'publishedAt' | 'updatedAt'>): string {
  if (status === 'scheduled' && publishAt) return `Scheduled for ${momentInWords(publishAt)}`;
  if (status === 'published' && publishedAt) return `Published ${momentInWords(publishedAt)}`;
  if (status === 'unpublished') return 'Taken back; readers do not find it';
  return `Draft, last changed ${momentInWords(updatedAt)}`;
}

/** For who has to decide which change to keep. */
const fieldNames: Readonly<Record<string, string>> = {
  title: 'headline',
  standfirst: 'standfirst',
  bodyHtml: 'text',
  slug: 'address',
  kind: 'kind',
  gate: 'gate',
  planIds: 'plans of the gate',
  freeForHours: 'first free hours',
  freeAfterDays: 'day from which it is free',
  section: 'section',
  tags: 'tags',
  authors: 'authors',
  heroImage: 'picture',
};

const list = new Intl.ListFormat('en-US', { type: 'conjunction' });

/** Like `headline, text, and tags`. */
export const fieldsInWords = (fields: readonly string[]): string =>
  list.format(fields.map((field) => fieldNames[field] ?? field));
