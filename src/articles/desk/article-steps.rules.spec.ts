import { describe, expect, it } from 'vitest';
import { articleStatuses } from '../article.js';
import {
  type ArticleStep,
  articleSteps,
  isDue,
  refusedDeletion,
  statusAfter,
} from './article-steps.rules.js';

const once = new Date('2026-03-01T06:00:00Z');

describe('an article that is', () => {
  // The first two columns are where it is and whether readers have seen it; then the steps, in their order.
  it.each([
    ['draft', null, 'published', 'not-published', 'scheduled', 'not-scheduled'],
    ['scheduled', null, 'published', 'not-published', 'scheduled', 'draft'],
    ['scheduled', once, 'published', 'not-published', 'scheduled', 'unpublished'],
    ['published', once, 'published', 'unpublished', 'is-published', 'not-scheduled'],
    ['unpublished', once, 'published', 'unpublished', 'scheduled', 'not-scheduled'],
  ] as const)('%s, first seen %s', (status, publishedAt, ...expected) => {
    const told = articleSteps.map((step: ArticleStep) => {
      const after = statusAfter(step, { status, publishedAt });
      return 'to' in after ? after.to : after.refusal;
    });
    expect(told).toEqual(expected);
  });

  it.each([
    ['draft', null, null],
    ['scheduled', null, 'is-scheduled'],
    ['scheduled', once, 'was-published'],
    ['published', once, 'was-published'],
    ['unpublished', once, 'was-published'],
  ] as const)('%s, first seen %s, is deleted: %s', (status, publishedAt, refusal) => {
    expect(refusedDeletion({ status, publishedAt })).toBe(refusal);
  });
});

describe('a schedule', () => {
  const publishAt = new Date('2026-03-01T06:00:00.000Z');
  it.each([
    ['2026-03-01T05:59:59.999Z', false],
    ['2026-03-01T06:00:00.000Z', true],
    ['2029-01-01T00:00:00.000Z', true],
  ])('is due at %s: %s', (now, due) => {
    expect(isDue({ status: 'scheduled', publishAt }, new Date(now))).toBe(due);
  });

  it('is due for nothing that is not scheduled', () => {
    for (const status of articleStatuses.filter((each) => each !== 'scheduled')) {
      expect(isDue({ status, publishAt }, publishAt)).toBe(false);
      expect(isDue({ status, publishAt: null }, publishAt)).toBe(false);
    }
  });
});
