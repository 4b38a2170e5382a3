import { describe, expect, it } from 'vitest';
import { statementName } from './statement-name.rules.js';

describe('a statement is called', () => {
  it.each([
    ['select "used" from meter_open($1, $2)', 'open by meter', 'open by meter'],
    ['SELECT "t0"."id" FROM "public"."articles" AS "t0" WHERE 1=1', 'p3M_x9', 'select articles'],
    ['INSERT INTO "public"."users" ("id") VALUES ($1)', undefined, 'insert users'],
    [
      `update sessions set "endedAt" = $1 where note = 'from secrets'`,
      undefined,
      'update sessions',
    ],
    ['BEGIN', undefined, 'begin'],
    ['', undefined, 'statement'],
  ])('%s: by its own name, or by what it does', (text, name, told) => {
    expect(statementName(text, name)).toBe(told);
  });
});
