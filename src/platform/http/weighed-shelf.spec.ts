import { expect, it } from 'vitest';
import { WeighedShelf } from './weighed-shelf.js';

/** A shelf for ten bytes, on which things weigh as much as their name is long; it answers what had to be made. */
function shelf() {
  const shelf = new WeighedShelf(10);
  return async (...names: string[]): Promise<string[]> => {
    const made: string[] = [];
    for (const name of names) {
      const bytes = await shelf.get(name, async () => {
        made.push(name);
        return Buffer.from(name);
      });
      expect(bytes.toString()).toBe(name);
    }
    return made;
  };
}

it('makes a thing once, as long as there is room for it', async () => {
  expect(await shelf()('five.', 'fives', 'five.', 'fives')).toEqual(['five.', 'fives']);
});

it('lets go what nobody has asked for longest, until the others have room', async () => {
  const ask = shelf();
  await ask('one', 'two', 'six', 'one');
  expect(await ask('seven')).toEqual(['seven']);
  expect(await ask('one', 'seven')).toEqual([]);
  expect(await ask('two', 'six')).toEqual(['two', 'six']);
});

it('keeps nothing that is larger than itself, and none of the others for it', async () => {
  const ask = shelf();
  expect(await ask('more than ten', 'more than ten', 'one', 'one')).toEqual([
    'more than ten',
    'more than ten',
    'one',
  ]);
});

it('counts a thing once that two ask for at the same moment', async () => {
  const kept = new WeighedShelf(10);
  const make = () => Promise.resolve(Buffer.alloc(8));
  await Promise.all([kept.get('eight', make), kept.get('eight', make)]);
  let made = 0;
  await kept.get('eight', async () => Buffer.alloc((made += 1)));
  expect(made).toBe(0);
});
