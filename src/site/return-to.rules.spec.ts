import { describe, expect, it } from 'vitest';
import { ownPath } from './return-to.rules.js';

describe('where a reader is sent after signing in', () => {
  it('is the article she came from', () => {
    expect(ownPath('/articles/members-story')).toBe('/articles/members-story');
    expect(ownPath('/join?returnTo=%2Farticles%2Fmembers-story')).toBe(
      '/join?returnTo=%2Farticles%2Fmembers-story',
    );
    expect(ownPath('/')).toBe('/');
  });

  it.each([
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    '/a\\b',
    '/\t/evil.test',
    '/\n/evil.test',
    '\\\\evil.test',
    'javascript:alert(1)',
    'articles/x',
    '',
    ' /x',
    '/x y',
    '/ü',
    `/${'a'.repeat(600)}`,
  ])('is never another site: %j', (candidate) => {
    expect(ownPath(candidate)).toBeNull();
  });

  it('is nothing when the field is missing or not a string', () => {
    expect(ownPath(undefined)).toBeNull();
    expect(ownPath(['/a', '/b'])).toBeNull();
  });
});
