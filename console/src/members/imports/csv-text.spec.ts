import { describe, expect, it } from 'vitest';
import { readCsvText } from './csv-text.js';

describe('a report of lines that were refused', () => {
  it('is read with commas, quotation marks and line ends in its fields', () => {
    const text =
      'line,email,outcome,message\r\n3,a@x.test,refused,"One, two, ""three""."\r\n4,,refused,"a\r\nb"\r\n';
    expect(readCsvText(text)).toEqual([
      ['line', 'email', 'outcome', 'message'],
      ['3', 'a@x.test', 'refused', 'One, two, "three".'],
      ['4', '', 'refused', 'a\r\nb'],
    ]);
  });

  it('may end without a line end, and be empty', () => {
    expect(readCsvText('line\n1')).toEqual([['line'], ['1']]);
    expect(readCsvText('')).toEqual([]);
  });
});
