import { describe, expect, it } from 'vitest';
import { trialAddress, trialDaysFor } from './trial.rules.js';

describe('one trial a person', () => {
  it.each([
    ['Mira@Town.test', 'mira@town.test'],
    ['mira+second@town.test', 'mira@town.test'],
    [' mira+a+b@town.test ', 'mira@town.test'],
    ['+mira@town.test', '+mira@town.test'],
    ['"odd+@name"+tag@town.test', '"odd@town.test'],
  ])('%s counts as %s', (email, normalised) => {
    expect(trialAddress(email)).toBe(normalised);
  });

  it('a first purchase has the trial of its plan', () => {
    expect(trialDaysFor({ trialDays: 7 }, false)).toBe(7);
  });

  it('a second purchase has none', () => {
    expect(trialDaysFor({ trialDays: 7 }, true)).toBe(0);
  });
});
