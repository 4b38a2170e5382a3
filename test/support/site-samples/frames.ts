/** Who looks at the sample pages, and when. */
import type { MembershipState, PageFrame } from '../../../src/site/page-props.js';

const DAY = 24 * 60 * 60 * 1000;
export const now = new Date('2026-11-22T09:30:00Z');
export const inDays = (count: number) => new Date(now.getTime() + count * DAY);

export const sections = ['Harbour', 'Town Hall', 'Market', 'Schools', 'Culture'].map((name) => ({
  slug: name.toLowerCase().replace(' ', '-'),
  name,
}));

export const stranger: PageFrame = {
  origin: 'https://town.test',
  path: '/articles/members-story',
  stylesheet: '/assets/site.css?v=0',
  sections,
  reader: null,
};
/** A registered reader, whose membership is in this state. */
export const whose = (state: MembershipState): PageFrame => ({
  ...stranger,
  reader: { name: 'Fritz', email: 'fritz@town.test', state },
});
export const registered = whose('none');
export const member: PageFrame = {
  ...stranger,
  reader: { name: 'Mira', email: 'mira@town.test', state: 'active' },
};
