import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { Counts } from './counts.js';
import { Durations } from './durations.js';
import { Exposition } from './exposition.js';
import { Metrics } from './metrics.js';

const metrics = new Metrics();
const exposition = new Exposition(metrics);
afterAll(() => exposition.close());

const linesOf = async (name: string): Promise<string[]> =>
  (await exposition.text()).split('\n').filter((line) => line.startsWith(name));

describe('what is counted', () => {
  it('is told from the start, and goes up', async () => {
    const counts = metrics.add(
      new Counts('broadsheet_tea_total', 'Cups.', 'kind', ['green', 'black']),
    );
    counts.add('green');
    counts.add('green');
    expect(await linesOf('broadsheet_tea_total')).toEqual([
      'broadsheet_tea_total{kind="green"} 2',
      'broadsheet_tea_total{kind="black"} 0',
    ]);
    expect(await exposition.text()).toContain('# TYPE broadsheet_tea_total counter');
  });

  it('is counted together where there are too many words for it', () => {
    const counts = new Counts('broadsheet_words_total', 'Words.', 'word');
    for (let word = 0; word < 1_000; word += 1) counts.add(`word ${word}`);
    const samples = counts.samples();
    expect(samples.length).toBe(101);
    expect(samples.at(-1)).toEqual({ labels: { word: 'other' }, value: 900 });
  });

  it('is put into the class that it took no longer than', async () => {
    const durations = metrics.add(new Durations('broadsheet_walk_seconds', 'Walks.'));
    const walk = durations.of({ to: 'sea' });
    for (const seconds of [0.001, 0.1, 0.1, 60]) walk.took(seconds);
    const lines = await linesOf('broadsheet_walk_seconds');
    expect(lines).toContain('broadsheet_walk_seconds_bucket{to="sea",le="0.05"} 1');
    expect(lines).toContain('broadsheet_walk_seconds_bucket{to="sea",le="0.1"} 3');
    expect(lines).toContain('broadsheet_walk_seconds_bucket{to="sea",le="10"} 3');
    expect(lines).toContain('broadsheet_walk_seconds_bucket{to="sea",le="+Inf"} 4');
    expect(lines).toContain('broadsheet_walk_seconds_count{to="sea"} 4');
    expect(lines.find((line) => line.includes('_sum'))).toMatch(/ 60\.2/);
  });
});

describe('what the database is asked for', () => {
  const figures = { broadsheet_depth: { help: 'Depth.' } };

  it('is asked once, however many want to know', async () => {
    const own = new Metrics();
    let asked = 0;
    own.look({
      at: 'sea',
      figures,
      ask: () => Promise.resolve({ broadsheet_depth: (asked += 1) }),
    });
    await Promise.all([own.all(), own.all()]);
    await own.all();
    expect(asked).toBe(1);
  });

  it('is left out where it fails, which is told, and asked again', async () => {
    const own = new Metrics();
    let isAway = true;
    own.look({
      at: 'sea',
      figures,
      ask: () =>
        isAway ? Promise.reject(new Error('away')) : Promise.resolve({ broadsheet_depth: 3 }),
    });
    expect(await valuesOf(own)).toEqual({ broadsheet_look_failed: [1], broadsheet_depth: [] });
    isAway = false;
    expect(await valuesOf(own)).toEqual({ broadsheet_look_failed: [0], broadsheet_depth: [3] });
  });

  it('holds nobody up who wants to know the rest', async () => {
    const own = new Metrics();
    own.look({ at: 'sea', figures, ask: () => new Promise<never>(() => undefined) });
    const first = await Promise.race([valuesOf(own), pause(4_000, 'nothing')]);
    expect(first).toEqual({ broadsheet_look_failed: [1], broadsheet_depth: [] });
  });
});

async function valuesOf(own: Metrics): Promise<Record<string, number[]>> {
  const all = await own.all();
  return Object.fromEntries(
    all.map((metric) => [metric.name, metric.samples().map(({ value }) => value)]),
  );
}
