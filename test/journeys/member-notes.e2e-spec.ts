/** What staff note about a member, and by which words they find her again; forgotten with her account. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { type MemberDesk, openMemberDesk } from '../support/member-desk.js';
import type { TestTown } from '../support/town.js';

interface Note {
  id: string;
  text: string;
  writerId: string;
}

interface Entry {
  action: string;
  detail: Record<string, unknown>;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

const nobody = '01890000-0000-7000-8000-000000000000';

let desk: MemberDesk;
let town: TestTown;

beforeAll(async () => {
  desk = await openMemberDesk();
  ({ town } = desk);
});

afterAll(() => town.close());

const notesOf = (id: string, query = '') =>
  desk.ask('GET', `/api/v1/admin/members/${id}/notes${query}`);

async function auditOf(id: string): Promise<{ items: Entry[]; text: string }> {
  const { body, text } = await desk.ask(
    'GET',
    `/api/v1/admin/audit?subject=member&subjectId=${id}`,
  );
  return { items: (body as { items: Entry[] }).items, text };
}

describe('A note', () => {
  it('is kept with who wrote it and when, the newest first, page by page', async () => {
    const { id } = await desk.someReader();
    for (const text of ['Writes for the Herald.', ' Prefers letters. ', 'Moved.']) {
      expect((await desk.deed({ id }, 'notes', { text })).status).toBe(201);
    }
    const first = (await notesOf(id, '?limit=2')).body as { items: Note[]; nextCursor: string };
    expect(first.items.map(({ text }) => text)).toEqual(['Moved.', 'Prefers letters.']);
    const rest = (await notesOf(id, `?limit=2&cursor=${first.nextCursor}`)).body;
    expect(rest).toMatchObject({ items: [{ text: 'Writes for the Herald.' }], nextCursor: null });
    const me = (await desk.ask('GET', '/api/v1/me')).body as { id: string };
    expect(new Set(first.items.map(({ writerId }) => writerId))).toEqual(new Set([me.id]));
  });

  it('is taken away once, and only from whom it is about', async () => {
    const [{ id }, other] = [await desk.someReader(), await desk.someReader()];
    const note = (await desk.deed({ id }, 'notes', { text: 'Wrong.' })).body as Note;
    const remove = (whom: string) =>
      desk.ask('DELETE', `/api/v1/admin/members/${whom}/notes/${note.id}`);
    expect((await remove(other.id)).status).toBe(404);
    expect((await remove(id)).status).toBe(204);
    expect((await remove(id)).status).toBe(404);
    expect((await notesOf(id)).body).toEqual({ items: [], nextCursor: null });
  });

  it('is in the audit without its text', async () => {
    const { id } = await desk.someReader();
    const note = (await desk.deed({ id }, 'notes', { text: 'Ill since May.' })).body as Note;
    await desk.ask('DELETE', `/api/v1/admin/members/${id}/notes/${note.id}`);
    const { items, text } = await auditOf(id);
    expect(items).toMatchObject([
      { action: 'member.note-removed', detail: { note: note.id } },
      { action: 'member.noted', detail: { note: note.id } },
    ]);
    expect(text).not.toContain('Ill since');
  });

  it.each([
    ['nothing', ''],
    ['nothing but spaces', '   '],
    ['a book', 'x'.repeat(5_001)],
  ])('of %s is refused', async (_, text) => {
    const reader = await desk.someReader();
    expect((await desk.deed(reader, 'notes', { text })).status).toBe(422);
  });

  it('is about somebody', async () => {
    expect((await desk.deed({ id: nobody }, 'notes', { text: 'Who?' })).status).toBe(404);
    expect((await notesOf(nobody)).status).toBe(404);
  });
});

describe('Labels', () => {
  const label = (id: string, labels: unknown) =>
    desk.ask('PUT', `/api/v1/admin/members/${id}/labels`, { labels });

  it('are replaced all at once, and the audit says what they were', async () => {
    const { id } = await desk.someReader();
    expect((await label(id, ['VIP', 'press-club', 'vip'])).body).toEqual({
      labels: ['press-club', 'vip'],
    });
    expect((await label(id, ['vip'])).body).toEqual({ labels: ['vip'] });
    expect((await desk.fileOf({ id, token: '' })) as unknown).toMatchObject({ labels: ['vip'] });
    expect((await auditOf(id)).items).toMatchObject([
      {
        action: 'member.labelled',
        before: { labels: 'press-club vip' },
        after: { labels: 'vip' },
      },
      { action: 'member.labelled', before: { labels: '' } },
    ]);
  });

  it.each([
    ['words with spaces', ['very important']],
    ['more than forty letters', ['x'.repeat(41)]],
    ['more than twenty', Array.from({ length: 21 }, (_, at) => `label-${at}`)],
    ['what is no word', [7]],
    ['no list', 'vip'],
  ])('are not %s', async (_, labels) => {
    const { id } = await desk.someReader();
    const { status, body } = await label(id, labels);
    expect([status, body]).toMatchObject([422, { errors: [{ field: 'labels' }] }]);
  });

  it('are given to somebody who is there', async () => {
    expect((await label(nobody, ['vip'])).status).toBe(404);
  });
});

describe('Whoever deletes her account', () => {
  it('takes notes and labels with her, and is given none any more', async () => {
    const reader = await desk.someReader();
    const { id } = reader;
    await desk.deed(reader, 'notes', { text: 'Writes for the Herald.' });
    await desk.ask('PUT', `/api/v1/admin/members/${id}/labels`, { labels: ['press-club'] });
    expect((await desk.ask('DELETE', `/api/v1/admin/members/${id}`)).status).toBe(204);
    const { rows } = await town.app.get(Database).pool.query(
      `select labels, (select count(*)::int from member_notes where "userId" = u.id) as notes
       from users u where id = $1`,
      [id],
    );
    expect(rows).toEqual([{ labels: [], notes: 0 }]);
    const late = await desk.deed(reader, 'notes', { text: 'Gone.' });
    expect(late.body).toMatchObject({ code: 'members/account-deleted' });
    const label = await desk.ask('PUT', `/api/v1/admin/members/${id}/labels`, { labels: ['a'] });
    expect(label.body).toMatchObject({ code: 'members/account-deleted' });
  });
});
