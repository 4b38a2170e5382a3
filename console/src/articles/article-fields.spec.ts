import { describe, expect, it } from 'vitest';
import { type ArticleFields, changesBetween, fieldsIn } from './article-fields.js';

const before: ArticleFields = {
  title: 'The flood',
  standfirst: 'A night.',
  slug: 'the-flood',
  kind: 'story',
  section: 'harbour',
  tags: ['water'],
  authors: ['ada'],
  gate: 'members',
  planIds: [],
  freeForHours: null,
  freeAfterDays: null,
  heroImage: { url: '/p.jpg', alt: 'The quay', caption: null, credit: null },
  bodyHtml: '<p>It rained.</p>',
};

describe('an edit', () => {
  it('sends nothing of what she has not touched', () => {
    expect(changesBetween(before, before)).toEqual({});
    expect(changesBetween(before, { ...before, title: 'The storm' })).toEqual({
      title: 'The storm',
    });
  });

  it('empties what she has emptied, and leaves the address where she empties that', () => {
    const emptied = { ...before, standfirst: null, section: '', slug: '' };
    expect(changesBetween(before, emptied)).toEqual({ standfirst: '', section: null });
  });

  it('takes the picture away with its address', () => {
    const heroImage = { url: '', alt: 'The quay', caption: null, credit: null };
    expect(changesBetween(before, { ...before, heroImage })).toEqual({ heroImage: null });
  });

  it('takes plans away from a gate that is not for members, and a schedule from a public one', () => {
    const narrowed = { ...before, planIds: ['a'], freeForHours: 3 };
    const changes = changesBetween(narrowed, { ...narrowed, gate: 'public' });
    expect(changes).toEqual({ gate: 'public', planIds: [], freeForHours: null });
  });
});

it('leaves a new article’s gate to its section and kind where none is chosen', () => {
  expect(fieldsIn({ title: 'New', gate: null })).not.toHaveProperty('gate');
});
