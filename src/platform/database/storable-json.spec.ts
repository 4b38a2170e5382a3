import { describe, expect, it } from 'vitest';
import { storableJson } from './storable-json.js';

describe('JSON that is to be kept', () => {
  it('stays as it is', () => {
    const event = { id: 'evt_1', data: { object: { name: 'Zoë 🦩', list: [1, null, true] } } };
    expect(storableJson(event)).toEqual(event);
  });

  it('shows where a character was that no database keeps, in keys, too', () => {
    expect(storableJson({ a: ['b\0c', '\ud800x'], 'k\0': 1 })).toEqual({
      a: ['b\ufffdc', '\ufffdx'],
      'k\ufffd': 1,
    });
  });

  it('keeps a prototype’s name a plain key', () => {
    const kept = storableJson(JSON.parse('{"__proto__":{"admin":true}}'));
    expect(JSON.stringify(kept)).toBe('{"__proto__":{"admin":true}}');
    expect(kept).not.toHaveProperty('admin');
  });

  it('is cut where it is deeper than anybody reads', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    expect(JSON.stringify(storableJson(deep))).toHaveLength(2 * 100 + 'null'.length);
  });
});
