/** Signing in on the pages, without JavaScript: by password, by a mailed link, and after a forgotten password. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodPassword, joinAs, lastMailTo, someAddress, tokenIn } from '../support/readers.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { Visitor, signedInReader, wordsOf } from '../support/visitor.js';

const story = '/articles/members-story';

let town: TestTown;

beforeAll(async () => {
  town = await startTestTown();
});

afterAll(() => town.close());

const aVisitor = (): Visitor => new Visitor(town.url);

describe('signing in on the pages', () => {
  it('goes by a mailed link that a mail scanner’s look does not use up', async () => {
    const { user } = await joinAs(town);
    const reader = aVisitor();
    await reader.fillIn('/sign-in/link', { email: user.email, returnTo: story });
    const token = tokenIn(await lastMailTo(town, user.email));
    await aVisitor().open(`/sign-in/link?token=${token}`);
    const landed = await reader.open(`/sign-in/link?token=${token}`);
    expect(landed.html).toContain(`name="token" value="${token}"`);
    const entered = await reader.fillIn('/sign-in/code', { token });
    expect([entered.status, entered.location]).toEqual([303, story]);
    const again = await aVisitor().fillIn('/sign-in/code', { token });
    expect(again.status).toBe(422);
    expect(wordsOf(again.html)).toContain('This link is used up');
  });

  it('looks the same for an unknown address', async () => {
    const { user } = await joinAs(town);
    const unknown = someAddress();
    const known = await aVisitor().fillIn('/sign-in/link', { email: user.email });
    const other = await aVisitor().fillIn('/sign-in/link', { email: unknown });
    expect(other.html.replaceAll(unknown, 'x')).toBe(known.html.replaceAll(user.email, 'x'));
  });

  it('keeps the address, never the password, and says what is wrong', async () => {
    const refused = await aVisitor().fillIn('/sign-in', {
      email: 'nobody@town.test',
      password: 'not the right one at all',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('role="alert"');
    expect(refused.html).toContain('value="nobody@town.test"');
    expect(refused.html).not.toContain('not the right one');
    const weak = await aVisitor().fillIn('/register', { email: someAddress(), password: 'short' });
    expect(weak.status).toBe(422);
    expect(weak.html).toContain('A password needs 15 characters or more.');
  });

  it('leads only to our own pages', async () => {
    const { user } = await joinAs(town);
    for (const returnTo of ['https://evil.test/', '//evil.test', '/\\evil.test', '']) {
      const { location } = await aVisitor().fillIn('/sign-in', {
        email: user.email,
        password: goodPassword,
        returnTo,
      });
      expect(location).toBe('/');
    }
  });

  it('is closed to forms of other sites', async () => {
    const { user } = await joinAs(town);
    const form = { email: user.email, password: goodPassword };
    const cross = await aVisitor().fillIn('/sign-in', form, { 'sec-fetch-site': 'cross-site' });
    expect(cross.status).toBe(403);
    expect(wordsOf(cross.html)).toContain('We could not accept that');
    expect(cross.headers.getSetCookie()).toEqual([]);
    const reader = await signedInReader(town);
    const out = await reader.fillIn('/sign-out', {}, { 'sec-fetch-site': 'cross-site' });
    expect(out.status).toBe(403);
    expect((await reader.open('/account')).status).toBe(200);
  });

  it('starts anew after a forgotten password', async () => {
    const { user } = await joinAs(town);
    const reader = aVisitor();
    expect((await reader.open('/reset-password')).status).toBe(200);
    await reader.fillIn('/reset-password/link', { email: user.email });
    const token = tokenIn(await lastMailTo(town, user.email));
    expect((await reader.open(`/reset-password?token=${token}`)).html).toContain('new-password');
    const weak = await reader.fillIn('/reset-password', { token, password: 'passwordpassword' });
    expect(weak.status).toBe(422);
    const password = 'nine slow barges by evening';
    expect((await reader.fillIn('/reset-password', { token, password })).status).toBe(200);
    expect((await reader.fillIn('/reset-password', { token, password })).status).toBe(422);
    const { status } = await reader.fillIn('/sign-in', { email: user.email, password });
    expect(status).toBe(303);
  });

  it('never opens the API’s door, nor the API’s token the pages', async () => {
    const { accessToken } = await joinAs(town);
    const page = await aVisitor().open('/account', { authorization: `Bearer ${accessToken}` });
    expect(page.location).toContain('/sign-in');
  });
});
