/** An author writes her own articles and is an ordinary reader of all others; what is not published is not there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { type Answer, ask } from '../support/api.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { Visitor } from '../support/visitor.js';
import { type DeskAnswer, Writer, behindTheWall, codeOf } from '../support/writers.js';

let town: TestTown;
let ada: Writer;
let tomas: Writer;
let editor: Writer;

beforeAll(async () => {
  town = await startTestTown();
  ada = await Writer.hired(town, 'author');
  tomas = await Writer.hired(town, 'author');
  editor = await Writer.hired(town, 'editor');
});
afterAll(() => town.close());

const refusal = (answer: Answer) => [answer.status, codeOf(answer)];
const reading = async (slug: string, token: string) => {
  const { body } = await ask(town.url, 'GET', `/api/v1/articles/${slug}`, { token });
  return body as { bodyHtml: string | null; access: { via: string | null; denial: string | null } };
};

describe('An author before a colleague’s article', () => {
  let hers: DeskAnswer;

  beforeAll(async () => {
    hers = await tomas.drafts('by-tomas');
  });

  it.each([
    ['GET', '', undefined],
    ['PATCH', '', { title: 'Mine now' }],
    ['DELETE', '', undefined],
    ['GET', '/revisions', undefined],
    ['GET', '/deeds', undefined],
    ['GET', '/access-preview?as=stranger', undefined],
    ['GET', '/previews', undefined],
    ['POST', '/previews', {}],
    ['DELETE', '/previews/0190b0a0-0000-7000-8000-000000000000', undefined],
  ])('may not %s %s', async (method, path, body) => {
    const refused = await ada.does(method, `/${hers.id}${path}`, body);
    expect(refusal(refused)).toEqual([404, 'request/not-found']);
    expect(refused.text).not.toContain(behindTheWall);
    expect((await tomas.shown(hers.id)).bodyHtml).toContain(behindTheWall);
  });

  it('does not find it in her list, which an editor’s holds without a word of its text', async () => {
    const [own, all] = [
      await ada.does('GET', '?limit=100'),
      await editor.does('GET', '?limit=100'),
    ];
    expect(own.body).toEqual({ items: [], nextCursor: null });
    expect(all.text).toContain('by-tomas');
    expect(all.text).not.toContain(behindTheWall);
  });

  it('may do nothing more with what an editor or an import has begun', async () => {
    const { id } = await editor.drafts('by-the-editor');
    expect(refusal(await ada.does('GET', `/${id}`))).toEqual([404, 'request/not-found']);
  });

  it('reads it as any reader, once it is published, and is told that it is not hers', async () => {
    await editor.publishes(hers.id);
    const { bodyHtml, access } = await reading('by-tomas', ada.token);
    expect([bodyHtml, access.denial]).toEqual([null, 'membership-required']);
    expect(refusal(await ada.does('PATCH', `/${hers.id}`, { title: 'x' }))).toEqual([
      403,
      'articles/not-yours',
    ]);
  });
});

describe('An author before her own article', () => {
  let own: DeskAnswer;

  beforeAll(async () => {
    own = await ada.drafts('by-ada');
  });

  it('edits the draft, and deletes another', async () => {
    expect((await ada.does('PATCH', `/${own.id}`, { title: 'Better' })).status).toBe(200);
    expect((await editor.does('PATCH', `/${own.id}`, { title: 'Better still' })).status).toBe(200);
    const { id } = await ada.drafts('given-up');
    expect((await ada.does('DELETE', `/${id}`)).status).toBe(204);
  });

  it('reads it whole once it is published, by the API and on its page, though she pays nothing', async () => {
    await editor.publishes(own.id);
    const { bodyHtml, access } = await reading('by-ada', ada.token);
    expect(access.via).toBe('editor');
    expect(bodyHtml).toContain(behindTheWall);
    const browser = new Visitor(town.url);
    await browser.signIn(ada.email);
    expect((await browser.open('/articles/by-ada')).html).toContain(behindTheWall);
    expect((await browser.open('/articles/by-tomas')).html).not.toContain(behindTheWall);
    expect((await ada.shown(own.id)).bodyHtml).toContain(behindTheWall);
    expect(refusal(await ada.does('PATCH', `/${own.id}`, { title: 'x' }))).toEqual([
      403,
      'articles/editor-needed',
    ]);
  });

  it('is an ordinary reader of it from the request after she stopped being staff', async () => {
    await town.app.get(AccountAdminService, { strict: false }).grantRoles(ada.email, []);
    const { bodyHtml, access } = await reading('by-ada', ada.token);
    expect([bodyHtml, access.denial]).toEqual([null, 'membership-required']);
    expect((await ada.does('GET', `/${own.id}`)).status).toBe(403);
  });
});

describe('What is not published', () => {
  /** All that an answer says, but for when it was said. */
  const whole = ({ status, headers, text }: Answer) => [
    status,
    [...headers].filter(([name]) => !['date', 'set-cookie'].includes(name)),
    text,
  ];
  let draft: DeskAnswer;
  let takenBack: DeskAnswer;

  beforeAll(async () => {
    draft = await editor.drafts('draft-zanzibar', { gate: 'public' });
    takenBack = await editor.drafts('taken-zanzibar', { gate: 'public' });
    await editor.publishes(takenBack.id);
    await editor.does('POST', `/${takenBack.id}/unpublish`);
  });

  it.each([
    ['/api/v1/articles/', 'application/json'],
    ['/articles/', 'text/html'],
    ['/articles/', 'application/json'],
  ])('is answered under %s as what never was, byte for byte', async (place, accept) => {
    const look = (name: string, token?: string) =>
      ask(town.url, 'GET', `${place}${name}`, {
        headers: { accept },
        ...(token === undefined ? {} : { token }),
      });
    for (const token of [undefined, tomas.token, editor.token]) {
      const unknown = whole(await look('never-zanzibar', token));
      expect(unknown[0]).toBe(404);
      for (const { slug, id } of [draft, takenBack]) {
        expect(whole(await look(slug, token))).toEqual(unknown);
        expect(whole(await look(id, token))).toEqual(unknown);
      }
    }
  });

  it('is in no list, search, feed or sitemap', async () => {
    for (const path of [
      '/api/v1/articles?limit=100',
      '/api/v1/search?q=zanzibar',
      '/search?q=zanzibar',
      '/',
      '/feed.xml',
      '/sitemap.xml',
    ]) {
      const { status, text } = await ask(town.url, 'GET', path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toContain(draft.slug);
      expect(text).not.toContain(takenBack.slug);
    }
  });
});
