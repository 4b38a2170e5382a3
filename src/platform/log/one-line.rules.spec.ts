import { describe, expect, it } from 'vitest';
import { jsonOnOneLine, onOneLine } from './one-line.rules.js';

describe('an entry of the log', () => {
  it('stays one line, and still tells what was said', () => {
    expect(onOneLine('Ada\r\n[Nest] 1 - ERROR forged')).toBe('Ada\\r\\n[Nest] 1 - ERROR forged');
    expect(onOneLine('a\u2028b\u0085c')).toBe('a\\u2028b\\u0085c');
  });

  it('does not steer the terminal of whoever reads it', () => {
    expect(onOneLine('\u001b[2Jgone')).toBe('\\u001b[2Jgone');
    expect(onOneLine('a\u202eb')).toBe('a\\u202eb');
  });

  it('leaves words as they are', () => {
    expect(onOneLine('Größe — 値\tok')).toBe('Größe — 値\tok');
  });

  it('stays one line in JSON, and is read back as it was', () => {
    for (const told of [
      'a\u2028b\u0085c\u202ed',
      'Ada\r\n{"level":"error"}\u001b[2J',
      'Größe\t値',
    ]) {
      const line = jsonOnOneLine(JSON.stringify({ told }));
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
      expect(JSON.parse(line)).toEqual({ told });
    }
  });
});
