/** The articles that canaries sit in: every gate, every state, and texts as they were before. */
import { type TestTown, publish } from '../support/town.js';
import { type Canaries, sharedCaches } from './canaries.js';
import { overwriting } from '../support/writers.js';

interface Planting {
  admin: string;
  author: string;
  planId: string;
}

interface Plant {
  fields?: object;
  /** Who is granted the text. */
  seenBy?: readonly string[];
  fate?: 'published' | 'unpublished' | 'draft';
}

const members = ['of another plan', 'member', 'admin'];
const signedIn = ['registered', 'lapsed', 'author', ...members];
/** Whoever is banned is a stranger. */
const everybody = ['stranger', 'spent stranger', 'banned', ...signedIn];

/** For members, but without a canary: what opens it must open no other. */
export const bareStory = 'bare-story';

/** Metered, and what everybody's allowance was spent on. */
export const spentStory = 'spent-story';

export async function plantArticles(
  town: TestTown,
  canaries: Canaries,
  { admin, author, planId }: Planting,
): Promise<void> {
  const desk = new PlantingDesk(town, canaries, admin);
  await desk.plant('public-story', {
    fields: { gate: 'public' },
    seenBy: [sharedCaches, ...everybody],
  });
  await desk.plant('registered-story', { fields: { gate: 'registered' }, seenBy: signedIn });
  await desk.plant('metered-story', { fields: { gate: 'metered' }, seenBy: members });
  await desk.plant('members-story', { seenBy: members });
  await desk.plant('plan-story', { fields: { planIds: [planId] }, seenBy: ['member', 'admin'] });
  await desk.plant('free-at-first', { fields: { freeForHours: 1 }, seenBy: members });
  await desk.plant('free-much-later', { fields: { freeAfterDays: 365 }, seenBy: members });
  for (const fate of ['unpublished', 'draft'] as const) {
    await desk.plant(fate, { fate, seenBy: ['admin'], fields: hidden(canaries, fate) });
  }
  const hers = new PlantingDesk(town, canaries, author, ['author', 'admin']);
  await hers.plant('her-draft', { fate: 'draft', seenBy: ['author', 'admin'] });
  await desk.plant(spentStory, { fields: { gate: 'metered' }, seenBy: everybody });
  await publish(town, admin, { slug: bareStory, gate: 'members' });
}

/** What of an article is public only once it is published. */
function hidden(canaries: Canaries, name: string): object {
  const word = (place: string): string => canaries.perch(name, place, ['admin']);
  return {
    slug: `${name}-${word('slug')}`,
    title: `A ${name} on ${word('title')}`,
    standfirst: `Why ${word('standfirst')} matters.`,
    tags: [`On ${word('tag')}`],
    heroImage: {
      url: `/hero/${word('picture')}.jpg`,
      alt: word('hero alt'),
      caption: word('hero caption'),
      credit: word('hero credit'),
    },
  };
}

class PlantingDesk {
  constructor(
    private readonly town: TestTown,
    private readonly canaries: Canaries,
    private readonly token: string,
    /** Who reads at the desk what nobody reads any more. */
    private readonly staff: readonly string[] = ['admin'],
  ) {}

  async plant(
    name: string,
    { fields = {}, seenBy = [], fate = 'published' }: Plant,
  ): Promise<void> {
    const { before, now } = textsOf(this.canaries, name, seenBy, this.staff);
    const title = `The ${name}`;
    const article = { slug: name, title, standfirst: 'What happened.', bodyHtml: before };
    const place = { section: 'harbour', authors: ['ines-vega'], tags: ['Night trams'] };
    const { id } = (await this.ask('POST', '', { ...article, ...place, ...fields })) as {
      id: string;
    };
    if (fate !== 'draft') await this.ask('POST', `/${id}/publish`);
    // Replaced when it was before readers, where it was.
    await this.ask('PATCH', `/${id}`, { bodyHtml: now });
    if (fate === 'unpublished') await this.ask('POST', `/${id}/unpublish`);
  }

  private async ask(method: string, path: string, body?: object): Promise<unknown> {
    const { token } = this;
    const asked = { token, body, headers: overwriting };
    const answer = await this.town.ask(method, `/api/v1/admin/articles${path}`, asked);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body;
  }
}

/** A text with a canary wherever one can sit, and the one that it replaces. */
function textsOf(
  canaries: Canaries,
  article: string,
  seenBy: readonly string[],
  staff: readonly string[],
): { before: string; now: string } {
  const sits = (place: string): string => canaries.perch(article, place, seenBy);
  const gone = (place: string): string => canaries.perch(article, place);
  const replaced = (place: string): string => canaries.perch(article, `${place}, replaced`, staff);
  const onceInFront = sits('text that was in front of the cut once');
  const front = `<p>In front of ${article}.</p>`;
  return {
    before: `${front}<p>${onceInFront}</p><p>${replaced('text in front of the cut')}</p><!--paywall-->
      <p>${replaced('gated text')} <img src="/old/${replaced('address of a picture')}.png" alt="x"></p>`,
    now: `${front}<!--paywall-->
      <p>${sits('text')} is what the <a href="https://leak.test/${sits('link')}" title="${gone('dropped title of a link')}">court</a>
        said<sup><a href="#${sits('footnote link')}">1</a></sup>. ${onceInFront}</p>
      <h2>${sits('heading')}</h2><!-- ${gone('dropped comment')} -->
      <figure><img src="/pictures/${sits('address of a picture')}.png" alt="${sits('alt')}"><figcaption>${sits('caption')}</figcaption></figure>
      <pre><code>const ${sits('code')} = 1;</code></pre>
      <blockquote cite="https://leak.test/${sits('cite')}"><p>${sits('quotation')}</p></blockquote>
      <table><caption>${sits('caption of a table')}</caption><tr><td>${sits('cell')}</td></tr></table>
      <p><abbr title="${sits('abbreviation')}">A.</abbr></p><ol><li>${sits('footnote')}</li></ol>`,
  };
}
