import { describe, expect, it } from 'vitest';
import { can } from './permissions.rules.js';

describe('who may do what', () => {
  it('a reader may do none of the staff’s work', () => {
    expect(can([], 'articles.write')).toBe(false);
  });

  it('an author writes, but does not publish', () => {
    expect(can(['author'], 'articles.write')).toBe(true);
    expect(can(['author'], 'articles.publish')).toBe(false);
  });

  it('an editor publishes, but sells nothing', () => {
    expect(can(['editor'], 'articles.write')).toBe(true);
    expect(can(['editor'], 'articles.publish')).toBe(true);
    expect(can(['editor'], 'plans.manage')).toBe(false);
  });

  it('an admin may do everything', () => {
    for (const permission of [
      'articles.write',
      'articles.publish',
      'plans.manage',
      'members.manage',
      'settings.manage',
      'inbox.manage',
      'audit.read',
      'revenue.read',
    ] as const) {
      expect(can(['admin'], permission)).toBe(true);
    }
  });

  it('the highest of several roles counts', () => {
    expect(can(['author', 'admin'], 'settings.manage')).toBe(true);
  });
});
