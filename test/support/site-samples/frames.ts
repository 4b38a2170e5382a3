/** Who looks at the sample pages, and when. */
import { loadPublication } from '../../../src/platform/publication/load-publication.js';
import type { Voice } from '../../../src/site/language.js';
import { languageOf } from '../../../src/words/language.js';
import type { PageFrame } from '../../../src/site/page-frame.js';
import type { MembershipState } from '../../../src/site/page-props.js';

const publication = loadPublication('publication');

const DAY = 24 * 60 * 60 * 1000;
export const now = new Date('2026-11-22T09:30:00Z');
export const inDays = (count: number) => new Date(now.getTime() + count * DAY);

export const sections = ['Harbour', 'Town Hall', 'Market', 'Schools', 'Culture'].map((name) => ({
  slug: name.toLowerCase().replace(' ', '-'),
  name,
}));

/** As the town's paper speaks. */
export const voice: Voice = { publication, language: languageOf(publication) };

export const stranger: PageFrame = {
  voice,
  origin: 'https://town.test',
  path: '/articles/members-story',
  files: {
    stylesheet: '/assets/site.css?v=0',
    offline: '/assets/offline.js?v=0',
    passkeys: '/assets/passkeys.js?v=0',
    recoveryCodes: '/assets/recovery-codes.js?v=0',
    icon: '/assets/favicon.svg?v=0',
    logo: null,
  },
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
