import { describe, expect, it } from 'vitest';
import { CsvCount } from './csv-count.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file that comes in pieces', () => {
  it('is counted as if it came whole', () => {
    const text = 'email,name\r\na@x.test,"two\r\nlines"\r\nb@x.test,"a ""b"""\r\n';
    for (let cut = 0; cut <= text.length; cut += 1) {
      const count = new CsvCount();
      count.take(bytes(text.slice(0, cut)));
      count.take(bytes(text.slice(cut)));
      expect([count.lines, count.bytes]).toEqual([3, text.length]);
    }
  });
});
