import { describe, expect, it } from 'vitest';
import type { ArticleKind, Gate } from '../article.js';
import { closedGate } from '../article-gate.rules.js';
import { type GateDefault, defaultGateFor, repeatedPlaces } from './default-gate.rules.js';

const of = (sectionId: string | null, kind: ArticleKind | null, gate: Gate): GateDefault => ({
  ...closedGate,
  sectionId,
  kind,
  gate,
});

const all = [
  of(null, null, 'registered'),
  of(null, 'memo', 'members'),
  of('harbour', null, 'metered'),
  of('harbour', 'memo', 'public'),
];

describe('a new article gets the gate', () => {
  it.each([
    ['of its section and kind', 'harbour', 'memo', 'public'],
    ['of its section, before that of its kind', 'harbour', 'story', 'metered'],
    ['of its kind', 'market', 'memo', 'members'],
    ['of its kind, without a section', null, 'memo', 'members'],
    ['of the site', 'market', 'story', 'registered'],
    ['of the site, without a section', null, 'story', 'registered'],
  ] as const)('%s', (_, sectionId, kind, gate) => {
    expect(defaultGateFor(all, { sectionId, kind }).gate).toBe(gate);
    expect(defaultGateFor(all.toReversed(), { sectionId, kind }).gate).toBe(gate);
  });

  it('for members, where nobody has said anything', () => {
    expect(defaultGateFor([], { sectionId: null, kind: 'story' })).toEqual(closedGate);
    const elsewhere = [of('market', null, 'public')];
    expect(defaultGateFor(elsewhere, { sectionId: null, kind: 'story' })).toEqual(closedGate);
  });

  it('with its plans and its schedule, and nothing else', () => {
    const gold = {
      gate: 'members',
      planIds: ['gold'],
      freeForHours: 48,
      freeAfterDays: 30,
    } as const;
    const defaults = [{ sectionId: null, kind: null, ...gold, planIds: ['gold'] }];
    expect(defaultGateFor(defaults, { sectionId: null, kind: 'memo' })).toEqual(gold);
  });
});

it('two defaults of one place are found, also of the whole site', () => {
  expect(repeatedPlaces(all)).toEqual([]);
  expect(
    repeatedPlaces([...all, of('harbour', 'memo', 'members'), of(null, null, 'public')]),
  ).toEqual([4, 5]);
});
