/** An admin at the console finds members, sees how they stand, and does for them what they write in about. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, townPassword } from '../../prisma/seed/people.js';
import { atTheConsole, leave, press, says, standsWell, type } from './at-the-console.js';
import { axe } from './axe.js';
import { accessTokenOf, api, buy, joined, type Own, registered, signIn } from './people.js';
import { type Sitting, desktop, openBrowser, phone, sitDown } from './reader.js';

let browser: Browser;
let token: string;

beforeAll(async () => {
  browser = await openBrowser();
  token = await accessTokenOf({ email: people.admin.email, password: townPassword });
});

afterAll(() => browser.close());

interface Member {
  id: string;
  labels: string[];
  bannedAt: string | null;
  membership: { state: string; accessUntil: string | null; cancelsAt: string | null };
}

async function memberOf({ email }: Pick<Own, 'email'>): Promise<Member> {
  const path = `/admin/members?q=${encodeURIComponent(email)}`;
  const { items } = await api<{ items: { id: string }[] }>('GET', path, undefined, token);
  return api<Member>('GET', `/admin/members/${items[0]?.id ?? ''}`, undefined, token);
}

/** Somebody of the test's own, in a browser of her own. */
async function somebody(how: (sitting: Sitting) => Promise<Own>): Promise<Own> {
  const hers = await sitDown(browser);
  const own = await how(hers);
  await hers.context.close();
  return own;
}

async function atHerFile(viewport: typeof phone, own: Pick<Own, 'email'>): Promise<Sitting> {
  const path = `/members/${(await memberOf(own)).id}/show`;
  const sitting = await atTheConsole(browser, path, { viewport });
  await sitting.page.getByRole('heading', { name: 'Timeline' }).waitFor();
  return sitting;
}

describe.each([
  ['desk', desktop],
  ['phone', phone],
])('an admin at her %s', (window, viewport) => {
  it('finds Mira by a part of her address, and reads her life', async () => {
    const sitting = await atTheConsole(browser, '/members', { viewport });
    const { page } = sitting;
    await page.getByRole('row').nth(1).waitFor();
    await standsWell(sitting);
    await sitting.look(`console-members-${window}`);
    await sitting.fill('Name, address, label, invoice or id', 'ira@town');
    await page.getByRole('link', { name: 'Mira' }).click();
    await says(page, /It renews on .* for \$300\.00 a year\./);
    await says(page, 'Joined PRO');
    await says(page, 'Paid $300.00');
    await page.getByLabel('Show').click();
    await page.getByRole('option', { name: 'Letters to her' }).click();
    await says(page, 'Was sent a receipt');
    expect(await page.getByText('Joined PRO').count()).toBe(0);
    await standsWell(sitting);
    await sitting.look(`console-mira-${window}`);
    await leave(sitting);
  });

  it('notes something, labels somebody, and finds both again', async () => {
    const own = await somebody((hers) => registered(hers, 'olga'));
    const label = `crossword-${window}-${process.pid}`;
    const sitting = await atHerFile(viewport, own);
    const { page } = sitting;
    await type(page, 'New note', 'Writes in about the crossword.\nIs kind.');
    await press(page, 'Note it');
    await says(page, 'It is noted.');
    await says(page, 'Staff noted');
    await press(page, 'Change labels');
    await page.getByRole('combobox', { name: 'Labels' }).fill('Crossword Club');
    await press(page, 'Save labels');
    await says(page, '"Crossword Club" is no label');
    await page.getByRole('combobox', { name: 'Labels' }).fill(label);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Crossword Club' }).waitFor({ state: 'detached' });
    await press(page, 'Save labels');
    await says(page, 'The labels are changed.');
    await standsWell(sitting);
    expect((await memberOf(own)).labels).toEqual([label]);
    await sitting.open(`/admin/members?filter={"label":"${label}"}`);
    await page.getByRole('link', { name: 'olga' }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await leave(sitting);
  });

  it('gives a membership, more time, and ends it, each time told what that does', async () => {
    const own = await somebody((hers) => registered(hers, 'gerda'));
    const sitting = await atHerFile(viewport, own);
    const { page } = sitting;
    await press(page, 'Give a membership…');
    await press(page, '+ 3 months');
    await says(page, 'It costs her nothing, is billed to nobody, uses up no trial');
    expect(await axe(sitting)).toEqual([]);
    await sitting.look(`console-comp-${window}`);
    await page.getByRole('button', { name: /^Give PRO until / }).click();
    await says(page, 'PRO was given to her and costs her nothing.');
    const first = (await memberOf(own)).membership;
    expect(first).toMatchObject({ state: 'active' });

    await press(page, 'Give more time…');
    await press(page, '+ 1 year');
    await says(page, /What was given to her ends on .* instead\. Nothing is billed\./);
    await page.getByRole('button', { name: /^Extend until / }).click();
    await says(page, 'gerda has more time.');
    const second = (await memberOf(own)).membership;
    expect(Date.parse(second.accessUntil ?? '') - Date.parse(first.accessUntil ?? '')).toBe(
      365 * 24 * 60 * 60 * 1000,
    );

    await press(page, 'End it…');
    await says(page, 'so there is nothing to give back');
    await press(page, 'End PRO now');
    await says(page, 'and is none any more.');
    await says(page, 'Her membership was ended by staff');
    expect((await memberOf(own)).membership).toMatchObject({ state: 'ended' });
    await standsWell(sitting);
    await leave(sitting);
  });

  it('lets a trial go on, and cancels it for its end', async () => {
    const own = await somebody((hers) => joined(hers, 'theo'));
    const sitting = await atHerFile(viewport, own);
    const { page } = sitting;
    await press(page, 'Give more time…');
    await press(page, '+ 1 month');
    await says(page, /and stays her one trial\. .*She pays \$300\.00 a year from then on/);
    await page.getByRole('button', { name: /^Extend until / }).click();
    await says(page, 'theo has more time.');
    await press(page, 'End it…');
    await says(page, /reads on until .*, and is not billed again/);
    expect(await axe(sitting)).toEqual([]);
    await page.getByRole('button', { name: /^Cancel for / }).click();
    await says(page, 'She has cancelled');
    const { membership } = await memberOf(own);
    expect(membership).toMatchObject({ state: 'trialing' });
    expect(membership.cancelsAt).not.toBeNull();
    await leave(sitting);
  });

  it('gives money back: a part, and then the rest, which ends the membership', async () => {
    const own = await somebody((hers) => joined(hers, 'petra'));
    await api('POST', `/admin/members/${(await memberOf(own)).id}/cancel`, { at: 'now' }, token);
    await buy(own);
    const sitting = await atHerFile(viewport, own);
    const { page } = sitting;
    await press(page, 'Give money back…');
    await type(page, 'Amount', '300.01');
    await says(page, 'No more than $300.00 is left of this payment.');
    await type(page, 'Amount', '12.50');
    await says(page, 'The rest stays paid, and what she holds goes on.');
    expect(await axe(sitting)).toEqual([]);
    await sitting.look(`console-refund-${window}`);
    await press(page, 'Refund $12.50 to petra');
    await says(page, 'paid, $12.50 given back');
    expect((await memberOf(own)).membership).toMatchObject({ state: 'active' });
    await press(page, 'Give money back…');
    await says(page, 'her membership ends at once, and she is not billed again');
    await press(page, 'Refund $287.50 to petra');
    await says(page, 'paid, $300.00 given back');
    await says(page, 'and is none any more.');
    expect((await memberOf(own)).membership).toMatchObject({ state: 'ended' });
    await leave(sitting);
  });

  it('bans somebody with a reason, and lets her in again', async () => {
    const own = await somebody((hers) => registered(hers, 'bruno'));
    const sitting = await atHerFile(viewport, own);
    const { page } = sitting;
    await press(page, 'Ban…');
    expect(await page.getByRole('button', { name: 'Ban bruno' }).isDisabled()).toBe(true);
    await says(page, 'She is signed out at once (1 session).');
    await type(page, 'Reason', 'Sells our articles on.');
    expect(await axe(sitting)).toEqual([]);
    await press(page, 'Ban bruno');
    await says(page, /Banned since .*: Sells our articles on\./);
    await expect(accessTokenOf(own)).rejects.toThrow('403');
    await press(page, 'Lift the ban…');
    await press(page, 'Let bruno in again');
    await page.getByText(/Banned since/).waitFor({ state: 'detached' });
    expect((await memberOf(own)).bannedAt).toBeNull();
    expect(await accessTokenOf(own)).not.toBe('');
    await leave(sitting);
  });

  it('sees what a reader sees, and nothing else, until she ends the look', async () => {
    const own = await somebody((hers) => registered(hers, 'ines'));
    const sitting = await atHerFile(viewport, own);
    const { page } = sitting;
    await press(page, 'See what she sees…');
    await type(page, 'Why', 'She cannot open an article.');
    await press(page, 'See as ines');
    await says(page, /You see what ines .* sees\. Nothing changes\. 1[45]:\d\d left\./);
    await says(page, '3 free articles of 3 left');
    await page.getByRole('tab', { name: 'Articles' }).click();
    await page.getByRole('tabpanel').getByRole('button').first().waitFor();
    expect(await axe(sitting)).toEqual([]);
    await sitting.look(`console-her-articles-${window}`);
    await page.getByRole('tabpanel').getByRole('button').first().click();
    await says(page, /She reads (all of it|the teaser alone), for /);
    await press(page, 'End');
    await page.getByText('You see what').waitFor({ state: 'detached' });
    await says(page, 'Staff looked at what she sees');
    await leave(sitting);
  });

  it('signs somebody out everywhere, and thinks about making her an editor', async () => {
    const own = await somebody((hers) => registered(hers, 'rosa'));
    const sitting = await atHerFile(viewport, own);
    const { page } = sitting;
    await press(page, 'Change role…');
    await page.getByRole('radio', { name: 'Editor' }).check();
    await says(page, 'edit, publish and schedule everybody’s articles');
    expect(await page.getByText('say who belongs to the staff').count()).toBe(0);
    expect(await axe(sitting)).toEqual([]);
    await sitting.look(`console-roles-${window}`);
    await press(page, 'Make rosa an editor');
    await says(page, 'rosa is an editor from now on.');
    await press(page, 'Sign out everywhere…');
    await page.getByRole('button', { name: /^End \d+ sessions?$/ }).click();
    await says(page, 'rosa is signed out everywhere.');
    await says(page, 'Nowhere at the moment.');
    await leave(sitting);
  });
});

describe('an admin who reads a long life', () => {
  it('goes back to its beginning', async () => {
    const own = await somebody((hers) => registered(hers, 'lena'));
    const { id } = await memberOf(own);
    // Each is a note and a deed.
    for (let note = 0; note < 51; note += 1) {
      await api('POST', `/admin/members/${id}/notes`, { text: `Letter ${note}` }, token);
    }
    const sitting = await atHerFile(desktop, own);
    const { page } = sitting;
    await says(page, 'Staff noted');
    expect(await page.getByText('Opened her account').count()).toBe(0);
    await press(page, 'Earlier');
    await says(page, 'Opened her account');
    expect(await page.getByRole('button', { name: 'Earlier' }).count()).toBe(0);
    await leave(sitting);
  });
});

describe('an editor', () => {
  it('finds no way to the members', async () => {
    const sitting = await sitDown(browser);
    await signIn(sitting, people.editor.email);
    await sitting.open('/admin');
    await sitting.page.getByRole('navigation').first().waitFor();
    for (const name of ['Members', 'Bring members', 'Institutions']) {
      expect(await sitting.page.getByRole('menuitem', { name, exact: true }).count()).toBe(0);
    }
    await leave(sitting);
  });
});

describe('an admin in the evening', () => {
  it('reads a file in the dark', async () => {
    const path = '/members?filter={"q":"mira@town.test"}';
    const sitting = await atTheConsole(browser, path, { dark: true });
    await sitting.page.getByRole('link', { name: 'Mira' }).click();
    await says(sitting.page, 'Joined PRO');
    expect(await axe(sitting)).toEqual([]);
    await sitting.look('console-mira-dark');
    await leave(sitting);
  });
});
