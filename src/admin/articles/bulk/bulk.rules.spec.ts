import { describe, expect, it } from 'vitest';
import { type BulkAction, bulkActions, refusedFields, termsOf } from './bulk.rules.js';

const everything = {
  publishAt: new Date(0),
  section: null,
  gate: 'public',
  planIds: [],
  freeForHours: 1,
  freeAfterDays: 1,
  tags: ['the-wend'],
};

const needs: Record<BulkAction, string[]> = {
  publish: [],
  unpublish: [],
  delete: [],
  schedule: ['publishAt'],
  'set-section': ['section'],
  'set-gate': ['gate'],
  'add-tags': ['tags'],
  'remove-tags': ['tags'],
};

describe('What is done to many articles at once', () => {
  it.each(bulkActions)('%s says what it is to be done with, and nothing else', (action) => {
    expect(refusedFields(action, {}).map(({ field }) => field)).toEqual(needs[action]);
    const welcome = [...termsOf[action].needs, ...termsOf[action].takes];
    const refused = refusedFields(action, everything).map(({ field }) => field);
    expect([...refused, ...welcome].sort()).toEqual(Object.keys(everything).sort());
  });

  it('puts nothing before readers by an author’s hand', () => {
    const editors = bulkActions.filter((each) => termsOf[each].permission === 'articles.publish');
    expect(editors).toEqual(['publish', 'unpublish', 'schedule']);
  });

  it('takes "no section" for a section', () => {
    expect(refusedFields('set-section', { section: null })).toEqual([]);
  });
});
