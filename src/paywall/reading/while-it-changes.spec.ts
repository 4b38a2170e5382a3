/** Articles that change while somebody opens them. */
import { describe, expect, it } from 'vitest';
import { type Changed, changed, whileItChanges } from './while-it-changes.js';

/** @param changes how often it changes before it can be read */
function changing(changes: number) {
  const looks: boolean[] = [];
  const open = (isFirst: boolean): Promise<string | Changed> => {
    looks.push(isFirst);
    return Promise.resolve(looks.length > changes ? 'the text' : changed);
  };
  return { looks, open };
}

describe('an article that changes while it is opened', () => {
  it('is looked up anew, and only the first look may be at the shelf', async () => {
    const { looks, open } = changing(3);
    expect(await whileItChanges(open)).toBe('the text');
    expect(looks).toEqual([true, false, false, false]);
  });

  it('and never comes to rest sends the reader away for a second', async () => {
    const { looks, open } = changing(Infinity);
    await expect(whileItChanges(open)).rejects.toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
    });
    expect(looks).toHaveLength(4);
  });

  it('is not looked for again where it is gone', async () => {
    expect(await whileItChanges(() => Promise.resolve(null))).toBeNull();
  });
});
