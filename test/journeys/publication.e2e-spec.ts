/** A publisher changes name, logo, colours, fonts and navigation in a folder of hers, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTown, publish, startTestTown } from '../support/town.js';
import { type Sight, Visitor, wordsOf } from '../support/visitor.js';

const story = '/articles/swim-club';

let town: TestTown;

beforeAll(async () => {
  town = await startTestTown({ PUBLICATION_DIR: 'test/support/gull' });
  const editor = await town.staff('editor');
  const { status } = await town.ask('POST', '/api/v1/admin/sections', {
    token: editor,
    body: { slug: 'quay', name: 'Quay and harbour' },
  });
  expect(status).toBe(201);
  await publish(town, editor, { slug: 'swim-club', gate: 'members', section: 'quay' });
});

afterAll(() => town.close());

const open = (path: string): Promise<Sight> => new Visitor(town.url).open(path);

const linksIn = (html: string, part: RegExp): string[] =>
  [...(part.exec(html)?.[0] ?? '').matchAll(/<a [^>]*>[^<]*<\/a>/g)].map(([link]) => link);

const textOf = (html: string, of: RegExp): string | undefined => of.exec(html)?.[1];

describe('On the pages of a publication of its own', () => {
  it('stand its name and its line, also where machines read them', async () => {
    const { html } = await open('/');
    expect(textOf(html, /<title>([^<]*)/)).toBe(
      'The Gull – All that flies, and some of what swims',
    );
    expect(wordsOf(html)).toContain('All that flies, and some of what swims');
    expect(html).toContain('<html lang="en-GB" dir="ltr">');
    expect((await open(story)).html).toContain('<meta property="og:site_name" content="The Gull"');
    expect((await open('/feed.xml')).html).toContain('<title>The Gull</title>');
    expect(html).not.toContain('Broadsheet');
  });

  it('stands its logo for the name, with its place kept, and its icon in the tab', async () => {
    for (const path of ['/', story]) {
      const { html } = await open(path);
      const src = textOf(
        html,
        /<img class="logo" src="([^"]+)" alt="The Gull" width="240" height="48"/,
      );
      const logo = await open(src ?? '');
      expect(logo.headers.get('content-type')).toBe('image/svg+xml');
      expect(logo.headers.get('cache-control')).toContain('immutable');
      expect(textOf(html, /<link rel="icon" href="([^"]+)"/)).toMatch(
        /^\/assets\/publication\/icon\.svg\?v=/,
      );
    }
  });

  it('leads its own navigation in place of the sections, and says where the reader is', async () => {
    const { html } = await open('/sections/quay');
    expect(linksIn(html, /<nav class="sections".*?<\/nav>/s)).toEqual([
      '<a href="/sections/quay" aria-current="page">The quay</a>',
      '<a href="https://tides.gull.test/today">Tide tables</a>',
    ]);
    const article = await open(story);
    expect(linksIn(article.html, /<nav class="sections".*?<\/nav>/s)[0]).toBe(
      '<a href="/sections/quay" aria-current="true">The quay</a>',
    );
  });

  it('stand its own links at the foot, and the address that questions go to', async () => {
    const { html } = await open(story);
    expect(linksIn(html, /<footer.*?<\/footer>/s)).toEqual(
      expect.arrayContaining([
        '<a href="/articles/terms">Terms</a>',
        '<a href="https://gull.test/imprint">Imprint</a>',
        '<a href="mailto:desk@gull.test">desk@gull.test</a>',
      ]),
    );
  });

  it('prevail its colours, its fonts and its own styles, which may name its own files', async () => {
    const { html } = await open('/');
    const css = (await open(textOf(html, /<link rel="stylesheet" href="([^"]+)"/) ?? '')).html;
    expect(css).toContain('--accent:#005a3c');
    expect(css).toContain('--accent:#7fd4b0');
    expect(css).toContain("--serif:'Gull Serif', Georgia, serif");
    const [, own = ''] = /\.nameplate \{\s*background: url\('([^']+)'\)/.exec(css) ?? [];
    expect(css.lastIndexOf(own)).toBeGreaterThan(css.lastIndexOf('@media print'));
    expect((await open(own)).headers.get('content-type')).toBe('image/svg+xml');
  });
});
