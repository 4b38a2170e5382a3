import { describe, expect, it } from 'vitest';
import {
  judgeRotation,
  longestSessionSeconds,
  prolongedExpiry,
  sessionExpiry,
} from './session.rules.js';

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
const session = { generation: 3, rotatedAt: at(0), expiresAt: at(1000), endedAt: null };

describe('what a presented refresh token means', () => {
  it('is exchanged when it is the newest', () => {
    expect(judgeRotation(session, 3, at(500))).toBe('rotate');
  });

  it('is answered once more within ten seconds, for a second tab or a lost answer', () => {
    expect(judgeRotation(session, 2, at(10))).toBe('repeat');
  });

  it('ends the session when it comes back later', () => {
    expect(judgeRotation(session, 2, at(10.001))).toBe('reused');
  });

  it('ends the session when it is older than the one before', () => {
    expect(judgeRotation(session, 1, at(1))).toBe('reused');
  });

  it('is worth nothing once the session is over', () => {
    expect(judgeRotation(session, 3, at(1000))).toBe('over');
    expect(judgeRotation({ ...session, endedAt: at(1) }, 3, at(2))).toBe('over');
  });
});

describe('how long a session lasts', () => {
  it('starts anew with each refresh', () => {
    expect(sessionExpiry(at(0), at(100), 60)).toEqual(at(160));
  });

  it('ends after half a year, however often it is refreshed', () => {
    expect(sessionExpiry(at(0), at(longestSessionSeconds - 10), 60)).toEqual(
      at(longestSessionSeconds),
    );
  });
});

describe('a session that is used', () => {
  const begun = { createdAt: at(0), expiresAt: at(300) };

  it('is prolonged once a day of thirty, not at every click', () => {
    expect(prolongedExpiry(begun, at(10), 300)).toBeNull();
    expect(prolongedExpiry(begun, at(11), 300)).toEqual(at(311));
  });

  it('is not prolonged beyond half a year', () => {
    const old = { createdAt: at(0), expiresAt: at(longestSessionSeconds) };
    expect(prolongedExpiry(old, at(longestSessionSeconds - 10), 100)).toBeNull();
  });
});
