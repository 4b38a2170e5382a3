/** An editor writes an article, sets its wall, sees it as readers will, and puts it before them. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole, leave, standsWell } from './at-the-console.js';
import { accessTokenOf, api } from './people.js';
import { type Sitting, desktop, openBrowser, phone } from './reader.js';
import { newStaff, type OwnStaff } from './staff.js';

interface Article {
  id: string;
  slug: string;
  title: string;
  status: string;
  bodyHtml: string;
  previewHtml: string;
}

let browser: Browser;
let editor: OwnStaff;
let colleague: OwnStaff;

beforeAll(async () => {
  browser = await openBrowser();
  editor = await newStaff('editor');
  colleague = await newStaff('editor');
});

afterAll(() => browser.close());

const marker = '<!--paywall-->';

const atTheDesk = (viewport: typeof phone, path: string, dark = false): Promise<Sitting> =>
  atTheConsole(browser, path, { viewport, dark }, editor);

async function begun(title: string, fields: object = {}): Promise<Article> {
  const bodyHtml = `<p>The first words.</p><p>The second.</p>${marker}<p>The last words.</p>`;
  const token = await accessTokenOf(editor);
  const standfirst = 'What happened at the harbour.';
  const words = { title, standfirst, bodyHtml, gate: 'members', ...fields };
  return api<Article>('POST', '/admin/articles', words, token);
}

const kept = async (id: string): Promise<Article> =>
  api<Article>('GET', `/admin/articles/${id}`, undefined, await accessTokenOf(editor));

const idIn = ({ page }: Sitting): string => /articles\/([\da-f-]{36})/.exec(page.url())?.[1] ?? '';

async function save(sitting: Sitting): Promise<void> {
  await sitting.page.getByRole('button', { name: 'Save', exact: true }).click();
  await sitting.page.getByText('Saved.').first().waitFor();
}

async function expectGood(sitting: Sitting, name: string): Promise<void> {
  await standsWell(sitting, [sitting.page.viewportSize()?.width ?? 0]);
  await sitting.look(name);
}

describe.each([
  ['desk', desktop],
  ['phone', phone],
])('an editor at her %s', (window, viewport) => {
  it('writes an article, sets its wall and moves it by keyboard', async () => {
    const sitting = await atTheDesk(viewport, '/articles');
    const { page } = sitting;
    await page.getByRole('link', { name: 'New article' }).click();
    await page.getByLabel('Headline').fill(`The tide at the ${window}`);
    await page.getByLabel('Standfirst').fill('Who was told, and who was not.');
    const text = page.getByRole('textbox', { name: 'Text', exact: true });
    await text.click();
    await page.keyboard.type('It rained for all.');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Paywall here' }).click();
    await page.keyboard.type('The mayor knew.');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('Nobody asked.');
    await page.getByRole('button', { name: 'Keep as a draft' }).click();
    await page.getByRole('tab', { name: 'Versions' }).waitFor();
    const article = await kept(idIn(sitting));
    expect(article.bodyHtml).toContain(marker);
    expect(article.bodyHtml).toContain('<strong>Nobody asked.</strong>');

    await page.getByRole('button', { name: 'Move the paywall marker up' }).focus();
    await page.keyboard.press('Enter');
    await text.focus();
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await expectGood(sitting, `console-article-${window}`);
    await save(sitting);
    const { bodyHtml } = await kept(article.id);
    expect(bodyHtml).toBe(
      `<p>It rained for all.</p><p>The mayor knew.</p>${marker}<p><strong>Nobody asked.</strong></p>`,
    );
    await leave(sitting);
  });

  it('sees it as a stranger, a registered reader and a member', async () => {
    const { id } = await begun(`Seen from the ${window}`);
    const sitting = await atTheDesk(viewport, `/articles/${id}`);
    const { page } = sitting;
    await page.getByRole('tab', { name: 'As readers see it' }).click();
    const seen = page.getByRole('article', { name: 'As she sees it' });
    for (const reader of ['Stranger', 'Registered']) {
      await page.getByRole('button', { name: reader, exact: true }).click();
      await page.getByText('sees the public part').waitFor();
      await seen.getByText('Here stands the wall').waitFor();
      expect(await seen.innerText()).not.toContain('The last words.');
    }
    await expectGood(sitting, `console-seen-as-registered-${window}`);
    await page.getByRole('button', { name: 'Member', exact: true }).click();
    await page.getByText('reads the whole text').waitFor();
    await seen.getByText('The last words.').waitFor();
    expect(await seen.getByText('Here stands the wall').count()).toBe(0);
    await leave(sitting);
  });

  it('schedules it, takes it off again, and publishes it', async () => {
    const { id, slug } = await begun(`Soon at the ${window}`);
    const sitting = await atTheDesk(viewport, `/articles/${id}`);
    const { page } = sitting;
    await page.getByRole('button', { name: 'Schedule…' }).click();
    await page.getByLabel(/Date and time/).fill('2999-01-31T06:00');
    await expectGood(sitting, `console-schedule-${window}`);
    await page.getByRole('button', { name: 'Schedule 1 article' }).click();
    await page.getByRole('heading', { name: 'Scheduled for Jan 31, 2999, 6:00 AM' }).waitFor();
    expect((await kept(id)).status).toBe('scheduled');

    await page.getByRole('button', { name: 'Take it off the schedule…' }).click();
    await page.getByRole('button', { name: 'Take 1 article off the schedule' }).click();
    await page.getByRole('button', { name: 'Publish now…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publish this article now?' });
    expect(await dialog.innerText()).toContain('everybody else reads up to the wall');
    await dialog.getByRole('button', { name: 'Publish 1 article' }).click();
    await page.getByRole('heading', { name: /^Published / }).waitFor();
    expect((await fetch(new URL(`/articles/${slug}`, page.url()))).status).toBe(200);
    await leave(sitting);
  });

  it('is told that a colleague was faster, and whose words would go', async () => {
    const { id } = await begun(`Two at the ${window}`);
    const sitting = await atTheDesk(viewport, `/articles/${id}`);
    const { page } = sitting;
    await page.getByLabel('Headline').fill('Mine');
    const token = await accessTokenOf(colleague);
    await api('PATCH', `/admin/articles/${id}`, { title: 'Theirs', version: 1 }, token);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody was faster' });
    await dialog.getByText(/Ada Field changed this article .*: headline/).waitFor();
    await expectGood(sitting, `console-conflict-${window}`);
    await dialog.getByRole('button', { name: 'Keep editing' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByRole('button', { name: 'Overwrite 1 field of theirs' }).click();
    await page.getByText('Saved.').first().waitFor();
    expect((await kept(id)).title).toBe('Mine');

    await page.getByLabel('Standfirst').fill('Mine, too.');
    await api('PATCH', `/admin/articles/${id}`, { title: 'Theirs', version: 3 }, token);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByText('You have changed different things').waitFor();
    await dialog.getByRole('button', { name: 'Load theirs, drop mine' }).click();
    await expect.poll(() => page.getByLabel('Headline').inputValue()).toBe('Theirs');
    expect(await page.getByLabel('Standfirst').inputValue()).toBe('What happened at the harbour.');
    await leave(sitting);
  });

  it('compares two versions and goes back to one', async () => {
    const { id } = await begun(`Versions at the ${window}`);
    const token = await accessTokenOf(editor);
    const bodyHtml = `<p>The first phrase.</p>${marker}<p>The last words.</p>`;
    await api('PATCH', `/admin/articles/${id}`, { bodyHtml, version: 1 }, token);
    const sitting = await atTheDesk(viewport, `/articles/${id}`);
    const { page } = sitting;
    await page.getByRole('tab', { name: 'Versions' }).click();
    const difference = page.getByRole('region', { name: 'What differs' });
    await difference.locator('del', { hasText: 'words' }).first().waitFor();
    await difference.locator('ins', { hasText: 'phrase' }).waitFor();
    await expectGood(sitting, `console-versions-${window}`);
    await page.getByRole('button', { name: 'Restore version 1' }).click();
    const dialog = page.getByRole('dialog', { name: 'Go back to version 1?' });
    await dialog.getByRole('button', { name: 'Restore version 1' }).click();
    await page.getByText('The words of version 1 stand again.').waitFor();
    expect((await kept(id)).bodyHtml).toContain('The first words.');
    await page.getByRole('tab', { name: 'Write' }).click();
    await page
      .getByRole('textbox', { name: 'Text', exact: true })
      .getByText('The second.')
      .waitFor();
    await leave(sitting);
  });
});

describe('an editor with a mouse', () => {
  it('is told where the wall comes by itself once the marker is gone', async () => {
    const long = `<p>${'Word upon word. '.repeat(40)}The end of it.</p><p>The last words.</p>`;
    const { id } = await begun('Cut by itself', { bodyHtml: `${marker}${long}` });
    const sitting = await atTheDesk(desktop, `/articles/${id}`);
    const { page } = sitting;
    await page.getByRole('button', { name: 'Take the paywall marker out' }).click();
    await page.getByText('You see where once it is saved.').waitFor();
    await save(sitting);
    await page.getByText(/comes by itself after 124 words, behind “… .*The end of it\.”/).waitFor();
    await page.getByText('Without a marker the wall stands here').waitFor();
    await page.getByRole('button', { name: 'Paywall here' }).click();
    await page.getByText('Members read on from here').waitFor();
    expect(await page.getByText('Without a marker the wall stands here').count()).toBe(0);
    await leave(sitting);
  });

  it('is asked before she leaves what she has not saved', async () => {
    const { id } = await begun('Not saved');
    const sitting = await atTheDesk(desktop, `/articles/${id}`);
    const { page } = sitting;
    await page.getByLabel('Headline').fill('Not saved yet');
    await page.getByText('There are changes that are not saved yet.').waitFor();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
    });
    await page.getByRole('menuitem', { name: 'Tags' }).click();
    await expect.poll(() => asked).toEqual(['confirm']);
    expect(await page.getByLabel('Headline').inputValue()).toBe('Not saved yet');
    // The console takes a moment to stay where it is, in which it hears no click.
    const goes = async (): Promise<number> => {
      await page.getByRole('menuitem', { name: 'Tags' }).click();
      return asked.length;
    };
    await expect.poll(goes).toBe(2);
    await page.getByRole('heading', { name: 'Tags' }).waitFor();
    await leave(sitting);
  });

  it('drags the wall to where members shall read on', async () => {
    const { id } = await begun('Dragged');
    const sitting = await atTheDesk(desktop, `/articles/${id}`);
    const { page } = sitting;
    const line = page.locator('.paywall-words');
    await line.hover();
    await page.mouse.down();
    const first = page.getByText('The first words.');
    const box = await first.boundingBox();
    if (box === null) throw new Error('There is no first paragraph.');
    const end = box.x + box.width - 4;
    await page.mouse.move(end, box.y + box.height + 20, { steps: 4 });
    await page.mouse.move(end, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await save(sitting);
    const { bodyHtml } = await kept(id);
    expect(bodyHtml).toBe(
      `<p>The first words.</p>${marker}<p>The second.</p><p>The last words.</p>`,
    );
    await leave(sitting);
  });
});

it('is as easy to read at night', async () => {
  const { id } = await begun('At night');
  const token = await accessTokenOf(editor);
  await api('PATCH', `/admin/articles/${id}`, { title: 'Late at night', version: 1 }, token);
  const sitting = await atTheDesk(desktop, `/articles/${id}`, true);
  const { page } = sitting;
  await page.getByText('Members read on from here').waitFor();
  await expectGood(sitting, 'console-article-night');
  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByRole('region', { name: 'What differs' }).locator('ins').first().waitFor();
  await expectGood(sitting, 'console-versions-night');
  await page.getByRole('tab', { name: 'As readers see it' }).click();
  await page.getByText('Here stands the wall').waitFor();
  await expectGood(sitting, 'console-seen-night');
  await leave(sitting);
});
