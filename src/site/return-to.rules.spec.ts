import { describe, expect, it } from 'vitest';
import { articleAt, isConsole, ownPath } from './return-to.rules.js';

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

describe('the way to the console', () => {
  it.each(['/admin', '/admin/', '/admin/articles', '/admin?tab=1', '/admin#/plans'])(
    'is %s',
    (path) => expect(isConsole(path)).toBe(true),
  );
  it.each([null, '/', '/administration', '/account', '/articles/admin'])('is not %s', (path) =>
    expect(isConsole(path)).toBe(false),
  );
});

describe('the article that somebody comes from', () => {
  it.each([
    ['/articles/harbour-fire', 'harbour-fire'],
    ['/articles/harbour-fire?gift=abc', 'harbour-fire'],
    ['/articles/harbour-fire#wall', 'harbour-fire'],
    ['/articles/', undefined],
    ['/articles/harbour-fire/gift', undefined],
    ['/articles/%e0%a4%a', undefined],
    ['/sections/harbour', undefined],
    [null, undefined],
  ])('%s is %s', (path, slug) => {
    expect(articleAt(path)).toBe(slug);
  });
});
