/** A paper in German: its pages, its mails and its amounts, while programs hear the API as ever. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastMailTo, someAddress } from '../support/readers.js';
import { type TestTown, publish, sell, startTestTown } from '../support/town.js';
import { Visitor, wordsOf } from '../support/visitor.js';

let town: TestTown;

beforeAll(async () => {
  town = await startTestTown({ PUBLICATION_DIR: 'test/support/publications/zeitung' });
  const admin = await town.staff('admin');
  await sell(town, admin, 'pro', [{ amount: 24_000, currency: 'eur', interval: 'year' }]);
  await publish(town, await town.staff('editor'), {
    slug: 'hafen',
    gate: 'members',
    bodyHtml: '<p>Offen.</p><!--paywall--><p>Verschlossen.</p>',
  });
});

afterAll(() => town.close());

const plain = (html: string): string => wordsOf(html).replaceAll('\u00a0', ' ');

describe('a reader of a German paper', () => {
  const reader = (): Visitor => new Visitor(town.url);

  it('finds the wall, the offer and the way in in her language', async () => {
    const wall = await reader().open('/articles/hafen');
    expect(wall.html).toContain('<html lang="de" dir="ltr">');
    expect(plain(wall.html)).toContain('Als Mitglied weiterlesen');
    const offer = plain((await reader().open('/join')).html);
    expect(offer).toContain('Mitglied werden');
    expect(offer).toContain('240,00 €');
    expect(plain((await reader().open('/sign-in')).html)).toContain('E-Mail-Adresse');
  });

  it('is told in German what is wrong', async () => {
    const refused = await reader().fillIn('/register', { email: someAddress(), password: 'kurz' });
    expect(plain(refused.html)).toContain('Ein Passwort braucht mindestens 15 Zeichen.');
    const missing = await reader().open('/articles/nirgends');
    expect(missing.status).toBe(404);
    expect(plain(missing.html)).toContain('Diese Seite steht nicht in der Zeitung');
  });

  it('gets her mail in German, in the name of the paper', async () => {
    const email = someAddress();
    await reader().fillIn('/register', { email, password: 'sieben stille Reiher am Mittag' });
    const mail = await lastMailTo(town, email);
    expect(mail.subject).toMatch(/^Ihr Code lautet \d{6}$/);
    expect(mail.text).toMatch(/Willkommen![^]*\n\nDer Stadtbote\n$/);
    expect(mail.html).toContain('<html lang="de">');
  });

  it('reads her feed as German, too', async () => {
    const feed = await reader().open('/feed.xml');
    expect(feed.html).toContain('<language>de</language>');
    expect(feed.html).toContain('Der Stadtbote');
  });
});

describe('a program', () => {
  it('hears the API in English, whatever the paper speaks', async () => {
    const { status, body } = await town.ask('GET', '/api/v1/articles/nirgends');
    expect(status).toBe(404);
    expect(body).toMatchObject({ title: 'Not Found' });
  });
});
