/** Two who edit one article at once: nobody writes over words that she has not seen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/api.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { type DeskAnswer, Writer, codeOf } from '../support/writers.js';

let town: TestTown;
let ada: Writer;
let editor: Writer;

beforeAll(async () => {
  town = await startTestTown();
  ada = await Writer.hired(town, 'author');
  editor = await Writer.hired(town, 'editor');
});
afterAll(() => town.close());

const refusal = (answer: Answer) => [answer.status, codeOf(answer)];
const markOf = ({ headers }: Answer) => headers.get('etag');
const versionOf = ({ body }: Answer) => (body as DeskAnswer).version;
const ifMatch = (mark: string) => ({ 'if-match': mark });

describe('What the desk shows of an article', () => {
  it('says its version in a strong ETag, after every change too, and is kept by nobody', async () => {
    const { id } = await ada.drafts('marked');
    const steps: [string, string, unknown?][] = [
      ['GET', ''],
      ['PATCH', '', { title: 'Marked' }],
      ['POST', '/publish'],
      ['POST', '/unpublish'],
      ['POST', '/schedule', { publishAt: '2199-01-01T00:00:00Z' }],
      ['POST', '/unschedule'],
      ['GET', ''],
    ];
    const versions: number[] = [];
    for (const [method, path, body] of steps) {
      const answer = await editor.does(method, `/${id}${path}`, body);
      expect([answer.status, markOf(answer)]).toEqual([200, `"v${versionOf(answer)}"`]);
      expect(answer.headers.get('cache-control')).toMatch(/no-store/);
      versions.push(versionOf(answer));
    }
    expect(versions).toEqual([1, 2, 3, 4, 5, 6, 6]);
    // Not even for whoever holds this version already: what she sees depends on who she is.
    const again = await editor.does('GET', `/${id}`, undefined, { 'if-none-match': '"v6"' });
    expect(again.status).toBe(200);
    expect(markOf(await editor.does('GET', '?limit=1'))).toBeNull();
    expect(markOf(await editor.does('GET', '/not-an-id'))).toBeNull();
  });

  it('begins with the first version', async () => {
    const made = await ada.does('POST', '', { title: 'Begun' });
    expect([made.status, markOf(made)]).toEqual([201, '"v1"']);
  });
});

describe('An edit', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await ada.drafts('edited'));
  });

  it('must say which version it started from', async () => {
    const silent = await ada.does('PATCH', `/${id}`, { title: 'Mine' }, {});
    expect(refusal(silent)).toEqual([428, 'articles/precondition-required']);
    expect((await ada.shown(id)).version).toBe(1);
  });

  it('is made from the version that is there, by its mark, its number or an asterisk', async () => {
    const edits: [object, Record<string, string>][] = [
      [{ title: 'Two' }, ifMatch('"v1"')],
      [{ title: 'Three', version: 2 }, {}],
      [{ title: 'Four' }, ifMatch('*')],
      [{ title: 'Five', version: 4 }, ifMatch('"v3", "v4"')],
    ];
    for (const [body, headers] of edits) {
      expect((await ada.does('PATCH', `/${id}`, body, headers)).status).toBe(200);
    }
    expect((await ada.shown(id)).version).toBe(5);
  });

  it.each([
    ['an older mark', ifMatch('"v4"'), {}, 412, 'articles/changed-meanwhile'],
    ['a newer mark', ifMatch('"v6"'), {}, 412, 'articles/changed-meanwhile'],
    ['a weak mark', ifMatch('W/"v5"'), {}, 412, 'articles/changed-meanwhile'],
    ['somebody else’s mark', ifMatch('"5"'), {}, 412, 'articles/changed-meanwhile'],
    ['an older number', {}, { version: 4 }, 409, 'articles/edited-meanwhile'],
    ['an older number, any mark', ifMatch('*'), { version: 4 }, 409, 'articles/edited-meanwhile'],
    ['a mark without quotes', ifMatch('v5'), {}, 400, 'request/invalid-header'],
    ['half a mark', ifMatch('"v5'), {}, 400, 'request/invalid-header'],
    ['nothing in the header', ifMatch(''), {}, 400, 'request/invalid-header'],
    ['an asterisk among marks', ifMatch('"v5", *'), {}, 400, 'request/invalid-header'],
    ['a number that is none', {}, { version: '5' }, 422, 'request/invalid-body'],
  ])('from %s is refused', async (_, headers, body, status, code) => {
    const late = await ada.does('PATCH', `/${id}`, { title: 'Late', ...body }, headers);
    expect(refusal(late)).toEqual([status, code]);
    expect(await ada.shown(id)).toMatchObject({ version: 5, title: 'Five' });
  });

  it('hears first that there is nothing for her', async () => {
    const other = await editor.drafts('not-hers');
    const refused = await ada.does('PATCH', `/${other.id}`, { title: 'x' }, ifMatch('"v9"'));
    expect(refused.status).toBe(404);
    const nowhere = '/0190b0a0-0000-7000-8000-000000000000';
    expect((await ada.does('PATCH', nowhere, { title: 'x' }, {})).status).toBe(404);
  });

  it('is lost by none of twenty who start from one version: one is made, nineteen are told', async () => {
    const { id: wanted } = await ada.drafts('wanted-by-all');
    const edits = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        ada.does('PATCH', `/${wanted}`, { bodyHtml: `<p>Edit ${n}.</p>` }, ifMatch('"v1"')),
      ),
    );
    const made = edits.filter(({ status }) => status === 200);
    expect(made).toHaveLength(1);
    expect(edits.filter(({ status }) => status === 412)).toHaveLength(19);
    const { version, bodyHtml } = await ada.shown(wanted);
    expect(made.map(({ body }) => body)).toMatchObject([{ version, bodyHtml }]);
    expect(version).toBe(2);
  });
});

describe('Every other change', () => {
  it.each([
    ['DELETE', '', undefined],
    ['POST', '/publish', undefined],
    ['POST', '/schedule', { publishAt: '2199-01-01T00:00:00Z' }],
    ['POST', '/unpublish', undefined],
    ['POST', '/unschedule', undefined],
  ])('may name the version, and is refused from another: %s %s', async (method, path, body) => {
    const { id } = await editor.drafts('stepped', { slug: undefined });
    const late = await editor.does(method, `/${id}${path}`, body, ifMatch('"v2"'));
    expect(refusal(late)).toEqual([412, 'articles/changed-meanwhile']);
    const broken = await editor.does(method, `/${id}${path}`, body, ifMatch('v1'));
    expect(refusal(broken)).toEqual([400, 'request/invalid-header']);
    expect(await editor.shown(id)).toMatchObject({ version: 1, status: 'draft' });
  });

  it('is made from the version that it names', async () => {
    const { id } = await editor.drafts('published-as-seen');
    expect((await editor.does('POST', `/${id}/publish`, undefined, ifMatch('"v1"'))).status).toBe(
      200,
    );
    const { id: other } = await editor.drafts('deleted-as-seen');
    expect((await editor.does('DELETE', `/${other}`, undefined, ifMatch('"v1"'))).status).toBe(204);
  });
});
