/** Every happening in the table is lived through by the test that it names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rows } from './rows.js';

const wordsOf = (file: string): string =>
  readFileSync(join(import.meta.dirname, '..', file), 'utf8').replaceAll(/\s+/g, ' ');

describe('the table of scenarios', () => {
  it('names a test for each', () => {
    const missing = rows.filter(({ file, test }) => !wordsOf(file).includes(test));
    expect(missing).toEqual([]);
  });
});
