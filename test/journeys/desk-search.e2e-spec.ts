/** The desk finds an article again: by its words, its place, its people and its state, page by page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/api.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { type DeskAnswer, Writer, behindTheWall, codeOf } from '../support/writers.js';

let town: TestTown;
let ada: Writer;
let tomas: Writer;
let editor: Writer;
const made: Record<string, DeskAnswer> = {};

beforeAll(async () => {
  town = await startTestTown();
  ada = await Writer.hired(town, 'author');
  tomas = await Writer.hired(town, 'author');
  editor = await Writer.hired(town, 'editor');
  for (const [path, slug] of [
    ['sections', 'harbour'],
    ['sections', 'market'],
    ['authors', 'ines-vega'],
    ['authors', 'omar-reed'],
  ]) {
    const body = { slug, name: slug };
    await town.ask('POST', `/api/v1/admin/${path}`, { token: editor.token, body });
  }
  const drafts: [Writer, string, object][] = [
    [ada, 'tides', { title: 'Spring tides', section: 'harbour', authors: ['ines-vega'] }],
    [ada, 'tides-again', { standfirst: 'The eels are back.', kind: 'memo', tags: ['Night trams'] }],
    [tomas, 'market-day', { title: 'Eels for all', section: 'market', gate: 'public' }],
    [tomas, 'quay', { section: 'harbour', authors: ['ines-vega', 'omar-reed'] }],
    [editor, 'ledger', { bodyHtml: '<p>Eels in front.</p><!--paywall--><p>Herons behind.</p>' }],
  ];
  for (const [writer, slug, fields] of drafts) made[slug] = await writer.drafts(slug, fields);
  await editor.publishes(idOf('tides'));
  await editor.publishes(idOf('quay'));
  await editor.does('POST', `/${idOf('quay')}/unpublish`);
  await editor.does('POST', `/${idOf('ledger')}/schedule`, { publishAt: '2199-02-01T00:00:00Z' });
  const early = { publishAt: '2199-01-01T00:00:00Z' };
  await editor.does('POST', `/${idOf('market-day')}/schedule`, early);
});
afterAll(() => town.close());

const idOf = (slug: string): string => made[slug]?.id ?? '';
const slugsIn = ({ body }: Answer) =>
  (body as { items: DeskAnswer[] }).items.map((one) => one.slug);

async function found(query: string, by = editor): Promise<string[]> {
  const answer = await by.does('GET', `?${query}`);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.text).not.toContain(behindTheWall);
  return slugsIn(answer);
}

describe('An editor finds', () => {
  it.each([
    ['q=eels', ['ledger', 'market-day', 'tides-again']],
    ['q=SPRING', ['tides']],
    ['q=eels -all', ['ledger', 'tides-again']],
    ['q="eels are back"', ['tides-again']],
    ['q=tides', ['tides-again', 'tides']],
    ['q=tides-ag', ['tides-again']],
    ['q=Market Day', ['market-day']],
    ['q=herons', []],
    ['q=-eels', []],
    ['q=%25', []],
    ["q=' or 1=1 --", []],
    ['status=published', ['tides']],
    ['status=scheduled', ['ledger', 'market-day']],
    ['status=unpublished', ['quay']],
    ['status=draft', ['tides-again']],
    ['section=harbour', ['quay', 'tides']],
    ['section=nowhere', []],
    ['author=omar-reed', ['quay']],
    ['author=ines-vega&status=published', ['tides']],
    ['tag=night-trams', ['tides-again']],
    ['kind=memo', ['tides-again']],
    ['gate=public', ['market-day']],
    ['createdBy=me', ['ledger']],
    ['section=harbour&author=ines-vega&gate=members&kind=story&q=quay', ['quay']],
    ['sort=publishAt', ['market-day', 'ledger']],
    ['sort=publishAt&status=draft', []],
  ])('by %s: %j', async (query, slugs) => {
    expect(await found(query)).toEqual(slugs);
  });

  it('what a colleague has begun', async () => {
    expect(await found(`createdBy=${tomas.id}`)).toEqual(['quay', 'market-day']);
    expect(await found('createdBy=0190b0a0-0000-7000-8000-000000000000')).toEqual([]);
  });

  it('what was changed last, first', async () => {
    await editor.does('PATCH', `/${idOf('quay')}`, { title: 'The quay' });
    await editor.does('PATCH', `/${idOf('tides')}`, { title: 'Tides' });
    expect((await found('sort=updated')).slice(0, 2)).toEqual(['tides', 'quay']);
    expect(await found('sort=updated')).toHaveLength(5);
  });
});

describe('An author finds none but her own', () => {
  it.each([
    ['', ['tides-again', 'tides']],
    ['createdBy=me', ['tides-again', 'tides']],
    ['q=eels', ['tides-again']],
    ['section=harbour', ['tides']],
    ['status=scheduled', []],
    ['sort=publishAt', []],
    ['tag=night-trams', ['tides-again']],
  ])('by %s: %j', async (query, slugs) => {
    expect(await found(query, ada)).toEqual(slugs);
  });

  it('also where she asks for a colleague’s', async () => {
    expect(await found(`createdBy=${tomas.id}`, ada)).toEqual([]);
    expect(await found(`createdBy=${ada.id}`, ada)).toEqual(['tides-again', 'tides']);
  });
});

describe('Page by page', () => {
  it.each(['newest', 'updated', 'publishAt'])('%s: each once, to the end', async (sort) => {
    const whole = await found(`sort=${sort}`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const answer = await editor.does('GET', `?sort=${sort}&limit=1${more}`);
      seen.push(...slugsIn(answer));
      cursor = (answer.body as { nextCursor: string | null }).nextCursor;
    }
    expect(seen).toEqual(whole);
  });

  it('stays where it is while others write', async () => {
    const first = await editor.does('GET', '?limit=2');
    const { nextCursor } = first.body as { nextCursor: string };
    const { id } = await editor.drafts('just-begun');
    const rest = await found(`limit=100&cursor=${nextCursor}`);
    expect([...slugsIn(first), ...rest]).toEqual([
      'ledger',
      'quay',
      'market-day',
      'tides-again',
      'tides',
    ]);
    await editor.does('DELETE', `/${id}`);
  });

  it('takes no cursor of another order', async () => {
    const { body } = await editor.does('GET', '?limit=1');
    const { nextCursor } = body as { nextCursor: string };
    const refused = await editor.does('GET', `?sort=updated&cursor=${nextCursor}`);
    expect([refused.status, codeOf(refused)]).toEqual([400, 'request/invalid-cursor']);
  });
});

it.each([
  'colour=red',
  'status=deleted',
  'gate=secret',
  'kind=poem',
  'sort=random',
  'section=Not%20A%20Slug',
  'createdBy=you',
  'q=',
  `q=${'x'.repeat(201)}`,
  'status=draft&status=published',
  'tag=',
  'limit=0',
])('What the desk does not know is refused: %s', async (query) => {
  expect((await editor.does('GET', `?${query}`)).status).toBe(400);
});
