/** Pages that were rendered for one reader are sent to the next of whom they say the same, and to nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Announcements } from '../../src/platform/database/announcements.js';
import { Database } from '../../src/platform/database/database.js';
import { allNewsIsHeard } from '../support/news.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, publish, sellPro, startTestTown } from '../support/town.js';
import { Visitor } from '../support/visitor.js';

let town: TestTown;
let admin: string;
let planId: string;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  ({ id: planId } = await sellPro(town, admin));
  for (const slug of ['shared', 'edited', 'withdrawn', 'narrowed']) {
    await publish(town, admin, { slug, gate: 'members' });
  }
  await publish(town, admin, { slug: 'metered', gate: 'metered' });
  await allNewsIsHeard({
    announcements: town.app.get(Announcements),
    database: town.app.get(Database),
  });
});

afterAll(() => town.close());

async function member(): Promise<{ id: string; browser: Visitor }> {
  const { user } = await joinAs(town);
  const { status } = await town.ask('POST', `/api/v1/admin/members/${user.id}/comp`, {
    token: admin,
    body: { planId, until: '2099-01-01T00:00:00Z' },
  });
  expect(status).toBeLessThan(300);
  return { id: user.id, browser: await signedIn(user.email) };
}

async function signedIn(email: string): Promise<Visitor> {
  const browser = new Visitor(town.url);
  expect((await browser.signIn(email)).status).toBe(303);
  return browser;
}

const gated = 'Hidden behind the wall.';

const change = async (slug: string, body: object): Promise<void> => {
  const found = await town.ask('GET', `/api/v1/admin/articles?q=${slug}`, { token: admin });
  const { items } = found.body as { items: { id: string; slug: string }[] };
  const id = items.find((item) => item.slug === slug)?.id ?? '';
  const { status } = await town.ask('PATCH', `/api/v1/admin/articles/${id}`, {
    token: admin,
    body,
    headers: { 'if-match': '*' },
  });
  expect(status).toBe(200);
};

describe('a member who opens what another member has opened', () => {
  it('is shown the same', async () => {
    const [first, second] = [await member(), await member()];
    const { html } = await first.browser.open('/articles/shared');
    expect(html).toContain(gated);
    expect((await second.browser.open('/articles/shared')).html).toBe(html);
  });

  it('is shown what it says since', async () => {
    const { browser } = await member();
    expect((await browser.open('/articles/edited')).html).toContain(gated);
    await change('edited', { bodyHtml: '<p>In front.</p><!--paywall--><p>Rewritten since.</p>' });
    const { html } = await browser.open('/articles/edited');
    expect(html).toContain('Rewritten since.');
    expect(html).not.toContain(gated);
  });
});

describe('what was rendered for a member is not shown to', () => {
  it('a registered reader, nor to a stranger', async () => {
    await (await member()).browser.open('/articles/shared');
    const { user } = await joinAs(town);
    for (const browser of [await signedIn(user.email), new Visitor(town.url)]) {
      expect((await browser.open('/articles/shared')).html).not.toContain(gated);
    }
  });

  it('herself once her membership has ended', async () => {
    const { id, browser } = await member();
    expect((await browser.open('/articles/shared')).html).toContain(gated);
    await town.ask('POST', `/api/v1/admin/members/${id}/cancel`, {
      token: admin,
      body: { at: 'now' },
    });
    expect((await browser.open('/articles/shared')).html).not.toContain(gated);
  });

  it('members of a plan that it is narrowed away from', async () => {
    const { browser } = await member();
    expect((await browser.open('/articles/narrowed')).html).toContain(gated);
    const other = await town.ask('POST', '/api/v1/admin/plans', {
      token: admin,
      body: {
        slug: 'other',
        name: 'Other',
        prices: [{ amount: 100, currency: 'usd', interval: 'year' }],
      },
    });
    await change('narrowed', { planIds: [(other.body as { id: string }).id] });
    expect((await browser.open('/articles/narrowed')).html).not.toContain(gated);
  });
});

describe('a reader by the meter', () => {
  it('is told how her own meter stands, whatever others were told', async () => {
    const told = async (): Promise<string> => {
      const { user } = await joinAs(town);
      const { html } = await (await signedIn(user.email)).open('/articles/metered');
      expect(html).toContain(gated);
      return html;
    };
    const fresh = await told();
    const { user, accessToken: token } = await joinAs(town);
    await publish(town, admin, { slug: 'metered-too', gate: 'metered' });
    await town.ask('GET', '/api/v1/articles/metered-too', { token });
    const { html } = await (await signedIn(user.email)).open('/articles/metered');
    expect(html).toContain(gated);
    expect(html).not.toBe(fresh);
  });
});
