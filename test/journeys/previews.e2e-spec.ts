/** A preview link opens one article, for a while, as long as staff want it to; and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PreviewRepository } from '../../src/paywall/previews/preview.repository.js';
import { Database } from '../../src/platform/database/database.js';
import { Keys } from '../../src/users/keys.js';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { type Answer, ask } from '../support/api.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { type DeskAnswer, Writer, behindTheWall, fieldsOf } from '../support/writers.js';

interface PreviewAnswer {
  id: string;
  url: string;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
}

const hour = 60 * 60;

let town: TestTown;
let author: Writer;
let editor: Writer;

beforeAll(async () => {
  town = await startTestTown();
  author = await Writer.hired(town, 'author');
  editor = await Writer.hired(town, 'editor');
});
afterAll(() => town.close());

const accounts = () => town.app.get(AccountAdminService, { strict: false });

async function preview(writer: Writer, { id }: DeskAnswer, body = {}): Promise<PreviewAnswer> {
  const made = await writer.does('POST', `/${id}/previews`, body);
  expect(made.status, made.text).toBe(201);
  return made.body as PreviewAnswer;
}

const tokenOf = ({ url }: PreviewAnswer): string => url.slice(url.lastIndexOf('/') + 1);
const byApi = (token: string, method = 'GET'): Promise<Answer> =>
  ask(town.url, method, `/api/v1/previews/${token}`);
const asPage = (token: string): Promise<Answer> =>
  ask(town.url, 'GET', `/preview/${token}`, { headers: { accept: 'text/html' } });

/** All that an answer says, but for when it was said. */
const whole = ({ status, headers, text }: Answer) => [
  status,
  [...headers].filter(([name]) => name !== 'date'),
  text,
];

/** All that a program and a browser are told under a link. */
const told = async (token: string) => [whole(await byApi(token)), whole(await asPage(token))];

/** All that they are told under addresses that never were. */
async function toldOfNothing(): Promise<unknown[]> {
  const look = (path: string, accept: string) =>
    ask(town.url, 'GET', path, { headers: { accept } });
  const answers = [
    await look('/api/v1/nowhere', 'application/json'),
    await look('/no-such-page', 'text/html'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  return answers.map(whole);
}

describe('A preview of a draft', () => {
  let draft: DeskAnswer;
  let link: PreviewAnswer;

  beforeAll(async () => {
    draft = await author.drafts('coming-soon', { gate: 'members' });
    link = await preview(author, draft);
  });

  it('is a link of the site that says when it ends, three days from now', () => {
    expect(link.url).toMatch(/^http:\/\/localhost:3000\/preview\/[\w-]+\.[\w-]+$/);
    expect(link.revokedAt).toBeNull();
    const lasts = new Date(link.expiresAt).getTime() - new Date(link.createdAt).getTime();
    expect(lasts).toBe(72 * hour * 1000);
  });

  it('shows whoever holds it the whole text, and keeps it from caches, engines and other sites', async () => {
    for (const answer of [await byApi(tokenOf(link)), await asPage(tokenOf(link))]) {
      expect(answer.status).toBe(200);
      expect(answer.text).toContain(behindTheWall);
      expect(answer.text).not.toContain('paywall-->');
      expect(answer.text).not.toContain(tokenOf(link));
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      for (const name of ['etag', 'last-modified', 'set-cookie', 'surrogate-key', 'cache-tag']) {
        expect([name, answer.headers.get(name)]).toEqual([name, null]);
      }
    }
    expect((await byApi(tokenOf(link))).body).toMatchObject({
      slug: 'coming-soon',
      status: 'draft',
      gate: 'members',
      publishedAt: null,
      expiresAt: link.expiresAt,
    });
    const { text } = await asPage(tokenOf(link));
    expect(text).toContain('Preview, not published');
    expect(text).toContain('<meta name="robots" content="noindex"');
    expect((await byApi(tokenOf(link), 'HEAD')).text).toBe('');
  });

  it('shows the text as it is now, in any status', async () => {
    await author.does('PATCH', `/${draft.id}`, { bodyHtml: '<p>Better words.</p>' });
    expect((await byApi(tokenOf(link))).text).toContain('Better words.');
    await editor.publishes(draft.id);
    expect((await byApi(tokenOf(link))).body).toMatchObject({ status: 'published' });
    expect((await asPage(tokenOf(link))).text).not.toContain('not published');
    await editor.does('POST', `/${draft.id}/unpublish`);
    expect((await asPage(tokenOf(link))).text).toContain('Preview, not published');
  });

  it('opens nothing else: no session, no desk, no other article, no gift', async () => {
    const token = tokenOf(link);
    const { id, slug } = await editor.drafts('another-one', { gate: 'members' });
    await editor.publishes(id);
    for (const path of ['/api/v1/me', `/api/v1/admin/articles/${draft.id}`]) {
      expect((await ask(town.url, 'GET', path, { token })).status).toBe(401);
    }
    const asBearer = await ask(town.url, 'GET', `/api/v1/articles/${slug}`, { token });
    expect(asBearer.status).toBe(401);
    const asGift = await ask(town.url, 'GET', `/api/v1/articles/${slug}?gift=${token}`);
    expect(asGift.text).not.toContain(behindTheWall);
    const asCookie = await ask(town.url, 'GET', `/articles/${slug}`, {
      headers: { cookie: `broadsheet=${token}; broadsheet-visitor=${token}` },
    });
    expect(asCookie.text).not.toContain(behindTheWall);
  });
});

describe('A preview link that is not right', () => {
  it.each([
    ['is no token', () => 'nothing'],
    ['has no seal', (token: string) => token.slice(0, token.indexOf('.'))],
    [
      'has a changed seal',
      (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    ],
    ['is longer than it was', (token: string) => `${token}A`],
    ['has another one’s seal', (token: string) => `x${token}`],
    ['is a gift', (token: string) => town.app.get(Keys, { strict: false }).gift.close(idIn(token))],
    [
      'was never made',
      () =>
        town.app.get(Keys, { strict: false }).preview.close('0190b0a0-0000-7000-8000-000000000000'),
    ],
    ['holds no id', () => town.app.get(Keys, { strict: false }).preview.close("' or 1=1")],
  ])('because it %s', async (_, spoil) => {
    const link = await preview(editor, await editor.drafts(`spoilt-${spoils++}`));
    expect(await told(encodeURIComponent(spoil(tokenOf(link))))).toEqual(await toldOfNothing());
  });

  let spoils = 0;
  const idIn = (token: string): string => token.slice(0, token.indexOf('.'));

  it('with the seal of another preview', async () => {
    const [one, other] = [
      await preview(editor, await editor.drafts('seal-one')),
      await preview(editor, await editor.drafts('seal-other')),
    ];
    const [id, seal] = [tokenOf(one).split('.')[0], tokenOf(other).split('.')[1]];
    expect(await told(`${id}.${seal}`)).toEqual(await toldOfNothing());
  });
});

describe('A preview ends', () => {
  it('when it expires, to the second', async () => {
    const link = await preview(editor, await editor.drafts('expiring'), { hours: 1 });
    town.advance(hour - 30);
    expect((await byApi(tokenOf(link))).status).toBe(200);
    town.advance(30);
    expect(await told(tokenOf(link))).toEqual(await toldOfNothing());
  });

  it('when it is revoked, once and for all', async () => {
    const article = await author.drafts('revoked');
    const [link, other] = [await preview(author, article), await preview(editor, article)];
    const revoke = (writer: Writer) => writer.does('DELETE', `/${article.id}/previews/${link.id}`);
    expect((await revoke(author)).status).toBe(204);
    expect(await told(tokenOf(link))).toEqual(await toldOfNothing());
    const list = async () =>
      (await author.does('GET', `/${article.id}/previews`)).body as { items: PreviewAnswer[] };
    const first = await list();
    expect(first.items.map(({ id }) => id)).toEqual([other.id, link.id]);
    expect(first.items[1]?.revokedAt).not.toBeNull();
    expect((await revoke(editor)).status).toBe(204);
    expect(await list()).toEqual(first);
    expect((await byApi(tokenOf(other))).status).toBe(200);
  });

  it('with its article', async () => {
    const article = await editor.drafts('deleted');
    const link = await preview(editor, article);
    await editor.does('DELETE', `/${article.id}`);
    expect(await told(tokenOf(link))).toEqual(await toldOfNothing());
  });

  it('with the right of whoever made it: her role, her account', async () => {
    const [una, vera] = [await Writer.hired(town, 'editor'), await Writer.hired(town, 'author')];
    const [byUna, byVera] = [
      await preview(una, await author.drafts('by-una')),
      await preview(vera, await vera.drafts('by-vera')),
    ];
    // An author makes previews of her own articles only.
    await accounts().grantRoles(una.email, ['author']);
    expect(await told(tokenOf(byUna))).toEqual(await toldOfNothing());
    await accounts().grantRoles(una.email, ['editor']);
    expect((await byApi(tokenOf(byUna))).status).toBe(200);
    await accounts().ban(una.id, 'Gone.');
    expect(await told(tokenOf(byUna))).toEqual(await toldOfNothing());
    await accounts().grantRoles(vera.email, []);
    expect(await told(tokenOf(byVera))).toEqual(await toldOfNothing());
  });
});

describe('Staff who make previews', () => {
  it('name one to 336 hours, and an article that is there', async () => {
    const { id } = await editor.drafts('hours');
    for (const hours of [0, 337, 1.5, '72', null]) {
      const refused = await editor.does('POST', `/${id}/previews`, { hours });
      expect([refused.status, fieldsOf(refused)]).toEqual([422, ['hours']]);
    }
    const unknown = '/0190b0a0-0000-7000-8000-000000000000';
    expect((await editor.does('POST', `${unknown}/previews`, {})).status).toBe(404);
    expect((await editor.does('GET', `${unknown}/previews`)).status).toBe(404);
    expect((await editor.does('DELETE', `/${id}/previews${unknown}`)).status).toBe(404);
  });

  it('do not revoke one under another article’s name', async () => {
    const [one, other] = [await editor.drafts('name-one'), await editor.drafts('name-other')];
    const link = await preview(editor, one);
    expect((await editor.does('DELETE', `/${other.id}/previews/${link.id}`)).status).toBe(404);
    expect((await byApi(tokenOf(link))).status).toBe(200);
  });

  it('find them page by page, with their links', async () => {
    const article = await editor.drafts('many');
    const made = [];
    for (let count = 0; count < 3; count += 1) made.unshift(await preview(editor, article));
    const page = (query: string) => editor.does('GET', `/${article.id}/previews?limit=2${query}`);
    const first = (await page('')).body as { items: PreviewAnswer[]; nextCursor: string };
    const second = (await page(`&cursor=${first.nextCursor}`)).body as typeof first;
    expect([...first.items, ...second.items]).toEqual(made);
    expect(second.nextCursor).toBeNull();
  });

  it('hear that the article is gone, where somebody deletes it in that moment', async () => {
    const article = await editor.drafts('gone-meanwhile');
    const link = await preview(editor, article);
    const { createdById } = await town.app.get(Database).client.articlePreview.findFirstOrThrow({
      where: { id: link.id },
    });
    // Whoever looked before it was deleted writes after it.
    expect((await editor.does('DELETE', `/${article.id}`)).status).toBe(204);
    const [createdAt, expiresAt] = [new Date(link.createdAt), new Date(link.expiresAt)];
    const writing = town.app
      .get(PreviewRepository, { strict: false })
      .add({ articleId: article.id, createdById, createdAt, expiresAt });
    await expect(writing).rejects.toMatchObject({ status: 404 });
  });

  it('are written down with what they did, and the link itself is not', async () => {
    const article = await editor.drafts('audited');
    const link = await preview(editor, article);
    await editor.does('DELETE', `/${article.id}/previews/${link.id}`);
    const token = await town.staff('admin');
    const audit = await ask(town.url, 'GET', '/api/v1/admin/audit?limit=2', { token });
    const subject = { subject: 'article', subjectId: article.id };
    expect(audit.body).toMatchObject({
      items: [
        { action: 'preview.revoked', ...subject, detail: { preview: link.id } },
        { action: 'preview.made', ...subject, detail: { preview: link.id } },
      ],
    });
    expect(audit.text).not.toContain(tokenOf(link).split('.')[1]);
  });
});
