import { describe, expect, it } from 'vitest';
import { instantOf, wallTime } from './zoned-time.js';

const inBerlin = (local: string) => instantOf(local, 'Europe/Berlin')?.toISOString();

describe('a time as the publication’s clocks show it', () => {
  it.each([
    ['in winter', '2027-01-31T06:00', '2027-01-31T05:00:00.000Z'],
    ['in summer', '2027-07-01T06:00', '2027-07-01T04:00:00.000Z'],
    ['on the day that loses an hour, before', '2027-03-28T01:59', '2027-03-28T00:59:00.000Z'],
    ['on the day that loses an hour, after', '2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
    ['in the hour that comes twice', '2027-10-31T02:30', '2027-10-31T00:30:00.000Z'],
  ])('is one instant, %s', (_when, local, instant) => {
    expect(inBerlin(local)).toBe(instant);
    expect(wallTime(new Date(instant), 'Europe/Berlin')).toBe(local);
  });

  it('moves on where the hour is left out', () => {
    expect(inBerlin('2027-03-28T02:30')).toBe('2027-03-28T01:30:00.000Z');
  });

  it.each(['', 'tomorrow', '2027-13-01T00:00'])('is none: %j', (local) => {
    expect(instantOf(local, 'Europe/Berlin')).toBeNull();
  });

  it('is the zone’s own, west of here and by half an hour', () => {
    expect(instantOf('2027-01-31T20:00', 'America/New_York')?.toISOString()).toBe(
      '2027-02-01T01:00:00.000Z',
    );
    expect(instantOf('2027-01-31T05:30', 'Asia/Kolkata')?.toISOString()).toBe(
      '2027-01-31T00:00:00.000Z',
    );
  });
});
