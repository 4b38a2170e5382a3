import { describe, expect, it } from 'vitest';
import { readMemberQuery } from './member-query.rules.js';

describe('what staff type to find somebody', () => {
  it.each([
    ['0189a000-0000-7000-8000-0000000000AF', 'ours'],
    ['cus_NffrFeUfNV2Hib', 'customer'],
    ['sub_1MowQVLkdIwHu7ixeRlqHVzs', 'subscription'],
    ['in_1MtHbELkdIwHu7ixl4OzzPMv', 'invoice'],
    ['pi_3MtwBwLkdIwHu7ix28a3tqPa', 'payment'],
  ])('%s is an id: %s', (id, by) => {
    expect(readMemberQuery(`  ${id} `)).toEqual({ by, id });
  });

  it.each([
    'mira',
    'mira@town.test',
    'AB12CD-0001',
    'press-club',
    'cus_',
    'sub marine',
    'in_ part',
  ])('%s is words', (words) => {
    expect(readMemberQuery(words)).toEqual({ by: 'words', words });
  });

  it('nothing but spaces is nothing', () => {
    expect(readMemberQuery('   ')).toBeNull();
  });
});
