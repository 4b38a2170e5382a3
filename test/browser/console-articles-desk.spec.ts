/** Staff find articles, do the same to many, keep what articles name in order, and see only what is theirs. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole, leave, standsWell } from './at-the-console.js';
import { accessTokenOf, api } from './people.js';
import { type Sitting, desktop, openBrowser, phone } from './reader.js';
import { newStaff, type OwnStaff } from './staff.js';

interface Article {
  id: string;
  slug: string;
  status: string;
  gate: string;
  bodyHtml: string;
}

let browser: Browser;
let editor: OwnStaff;
/** Names of this run's own, for a product that runs on. */
let mark: string;

beforeAll(async () => {
  browser = await openBrowser();
  editor = await newStaff('editor');
  mark = editor.id.slice(-6);
});

afterAll(() => browser.close());

const atTheDesk = (viewport: typeof phone, path: string, who = editor): Promise<Sitting> =>
  atTheConsole(browser, path, { viewport }, who);

async function begun(title: string, fields: object = {}, by = editor): Promise<Article> {
  const bodyHtml = '<p>The first words.</p><!--paywall--><p>The last words.</p>';
  return api('POST', '/admin/articles', { title, bodyHtml, ...fields }, await accessTokenOf(by));
}

const kept = async (id: string): Promise<Article> =>
  api<Article>('GET', `/admin/articles/${id}`, undefined, await accessTokenOf(editor));

async function expectGood(sitting: Sitting, name: string): Promise<void> {
  await standsWell(sitting, [sitting.page.viewportSize()?.width ?? 0]);
  await sitting.look(name);
}

describe.each([
  ['desk', desktop],
  ['phone', phone],
])('an editor at her %s', (window, viewport) => {
  it('finds two drafts and sets their gate, told first of how many', async () => {
    const one = await begun(`Herring${mark} at the ${window}`);
    const other = await begun(`Herring${mark} again at the ${window}`);
    const sitting = await atTheDesk(viewport, '/articles');
    const { page } = sitting;
    await page
      .getByRole('link', { name: /Herring/ })
      .first()
      .waitFor();
    await expectGood(sitting, `console-articles-${window}`);
    await page.getByLabel('Words or address').fill(`herring${mark} ${window}`);
    // One of them, at a desk, chooses all.
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(window === 'desk' ? 3 : 2);
    for (const box of await page.getByRole('checkbox').all()) {
      if (!(await box.isChecked())) await box.check();
    }
    await page.getByRole('button', { name: 'Set gate…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Set the gate of 2 articles' });
    await dialog.getByLabel('Gate').click();
    await page.getByRole('option', { name: 'Registered' }).click();
    await dialog.getByText('Whoever is signed in reads the whole text').waitFor();
    await expectGood(sitting, `console-bulk-${window}`);
    await dialog.getByRole('button', { name: 'Set the gate of 2 articles' }).click();
    await page.getByText('Done to 2 articles.').waitFor();
    expect((await kept(one.id)).gate).toBe('registered');
    expect((await kept(other.id)).gate).toBe('registered');
    await leave(sitting);
  });

  it('makes a section, renames it, and hears why it cannot go', async () => {
    const [name, slug] = [`Tides ${window} ${mark}`, `tides-${window}-${mark}`];
    const sitting = await atTheDesk(viewport, '/sections');
    const { page } = sitting;
    await page.getByRole('button', { name: 'New section…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Address').fill('Not A Slug');
    await dialog.getByRole('button', { name: 'Make section' }).click();
    await dialog.getByText('slug must be lower-case words').first().waitFor();
    await dialog.getByLabel('Address').fill(slug);
    await dialog.getByRole('button', { name: 'Make section' }).click();
    await page.getByText(name).waitFor();
    await expectGood(sitting, `console-sections-${window}`);
    await page.getByRole('button', { name: `Change ${name}` }).click();
    await dialog.getByLabel('Name').fill(`High ${name}`);
    await dialog.getByRole('button', { name: 'Save section' }).click();
    await page.getByText(`High ${name}`, { exact: true }).waitFor();
    await begun(`In the tides of the ${window}`, { section: slug });
    await page.getByRole('button', { name: `Delete High ${name}` }).click();
    await dialog.getByRole('button', { name: 'Delete 1 section' }).click();
    await dialog.getByText('This section is named by 1 article.').waitFor();
    await leave(sitting);
  });

  it('makes two tags one, told how many articles will carry the other', async () => {
    const [from, into] = [`Eels ${window} ${mark}`, `Fish ${window} ${mark}`];
    await begun(`Tagged at the ${window}`, { tags: [from] });
    await begun(`Tagged again at the ${window}`, { tags: [into] });
    const sitting = await atTheDesk(viewport, '/tags');
    const { page } = sitting;
    await page.getByRole('button', { name: `Merge ${from}` }).click();
    const dialog = page.getByRole('dialog', { name: `Make ${from} one with another tag?` });
    await dialog.getByLabel('The tag that stays').fill(into);
    await page.getByRole('option', { name: into, exact: true }).click();
    await expectGood(sitting, `console-tags-${window}`);
    await dialog.getByRole('button', { name: `Move 1 article to ${into}` }).click();
    await page.getByText(`${from} is one with ${into}.`).waitFor();
    await page.getByText(`fish-${window}-${mark}, on 2 articles`).waitFor();
    await leave(sitting);
  });

  it('makes a link that shows a draft to anybody, and withdraws it', async () => {
    const { id } = await begun(`Linked from the ${window}`);
    const sitting = await atTheDesk(viewport, `/articles/${id}`);
    const { page } = sitting;
    await page.getByRole('tab', { name: 'Links and history' }).click();
    await page.getByRole('button', { name: 'Make and copy a link' }).click();
    const url = (await page.getByText(/^https?:.*preview/i).innerText()).trim();
    expect((await fetch(url)).status).toBe(200);
    await page.getByText('Ada Field began it').waitFor();
    await expectGood(sitting, `console-links-${window}`);
    await page.getByRole('button', { name: 'Withdraw…' }).click();
    await page.getByRole('button', { name: 'Withdraw 1 link' }).click();
    await page.getByText(/^Withdrawn /).waitFor();
    expect((await fetch(url)).status).not.toBe(200);
    await leave(sitting);
  });
});

describe('an editor', () => {
  it('is warned of what the rich editor has no place for, and loses nothing', async () => {
    const bodyHtml = '<p>Before the<!--paywall--> wall.</p><p>The last words.</p>';
    const { id } = await begun('Cut in the middle', { bodyHtml });
    const sitting = await atTheDesk(desktop, `/articles/${id}`);
    const { page } = sitting;
    await page.getByText('the paywall marker within a <p>').waitFor();
    expect(await page.getByLabel('HTML of the text').inputValue()).toBe(bodyHtml);
    await expectGood(sitting, 'console-article-html');
    await page.getByLabel('Headline').fill('Cut right in the middle');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').first().waitFor();
    expect((await kept(id)).bodyHtml).toBe(bodyHtml);
    await page.getByRole('button', { name: 'Rich editor' }).click();
    await page.getByRole('dialog', { name: 'Lose a part of this text?' }).waitFor();
    await page.getByRole('button', { name: 'Use the rich editor and lose it' }).click();
    await page.getByText('Members read on from here').waitFor();
    await leave(sitting);
  });

  it('keeps every element that articles are written in, whatever she changes beside them', async () => {
    const bodyHtml =
      '<h2>One</h2><p>A <strong>b</strong> <b>c</b> <em lang="fr">d</em> <q cite="/x">e</q> H<sub>2</sub>O ' +
      '<a href="https://example.org/x" rel="external noopener">f</a><br>g <abbr title="h">i</abbr></p>' +
      '<ul><li>a<ul><li>b</li></ul></li></ul><ol start="3"><li>c</li></ol><dl><dt>t</dt><dd>d</dd></dl>' +
      '<blockquote cite="/q"><p>q</p></blockquote><aside><p>box</p></aside><pre>x\n  y</pre><hr>' +
      '<table><caption>T</caption><thead><tr><th scope="col">Y</th></tr></thead><tbody><tr><td>1</td></tr>' +
      '</tbody></table><figure><blockquote><p>said</p></blockquote><figcaption>she</figcaption></figure>' +
      '<!--paywall--><p>The last words.</p>';
    const { id } = await begun('Everything', { bodyHtml });
    const stored = (await kept(id)).bodyHtml;
    const sitting = await atTheDesk(desktop, `/articles/${id}`);
    const { page } = sitting;
    const text = page.getByRole('textbox', { name: 'Text', exact: true });
    await text.getByText('The last words.').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' More.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').first().waitFor();
    const saved = (await kept(id)).bodyHtml;
    expect(saved).toBe(stored.replace('The last words.', 'The last words. More.'));
    await leave(sitting);
  });
});

describe('an author', () => {
  it('writes and deletes her own drafts, and publishes nothing', async () => {
    const author = await newStaff('author');
    const { id } = await begun('Of her own', {}, author);
    const sitting = await atTheDesk(desktop, '/articles', author);
    const { page } = sitting;
    await page.getByRole('link', { name: 'Of her own' }).click();
    await page.getByText('An editor publishes it.').waitFor();
    expect(await page.getByRole('button', { name: 'Publish now…' }).count()).toBe(0);
    expect(await page.getByRole('menuitem', { name: 'Tags' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Delete the draft…' }).click();
    await page.getByRole('button', { name: 'Delete 1 draft' }).click();
    await page.getByText('There is no article yet.').waitFor();
    await expectGood(sitting, 'console-articles-empty');
    await leave(sitting);
    await expect(kept(id)).rejects.toThrow('404');
  });
});
