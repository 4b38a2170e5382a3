/** Finds in a migration what would keep readers of a full database waiting, and says how it is done instead. */
import { runsOutside, stepsOf } from './concurrent-steps.js';
import type { Migration } from './folders.js';
import { growingTables } from './growing-tables.js';

interface Danger {
  readonly found: RegExp;
  /** Whether it is one only where the table grows; the table is the first group of the expression. */
  readonly onGrowing: boolean;
  readonly instead: string;
}

const name = String.raw`"?(\w+)"?`;
const altering = String.raw`^ALTER TABLE (?:ONLY )?(?:IF EXISTS )?${name}\b.*`;

const dangers: readonly Danger[] = [
  {
    found: new RegExp(
      String.raw`^CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY).* ON (?:ONLY )?${name}`,
      'i',
    ),
    onGrowing: true,
    instead:
      'nobody could write while it is made: CREATE INDEX CONCURRENTLY IF NOT EXISTS in a migration that begins with "-- Outside of a transaction."',
  },
  {
    found: /^(?:CREATE|DROP) .*\bCONCURRENTLY\b/i,
    onGrowing: false,
    instead:
      'it cannot run in a transaction: begin the migration with "-- Outside of a transaction."',
  },
  {
    found: new RegExp(
      String.raw`${altering}\bADD COLUMN\b[^,]*\b(?:DEFAULT (?:[^',]*\w\(|CURRENT_)|GENERATED ALWAYS|(?:SMALL|BIG)?SERIAL\b)`,
      'i',
    ),
    onGrowing: true,
    instead:
      'the whole table is written anew: add the column without it, fill it in batches, then set the default',
  },
  {
    found: new RegExp(
      String.raw`${altering}\bADD COLUMN\b(?![^,]*\bDEFAULT\b)[^,]*\bNOT NULL\b`,
      'i',
    ),
    onGrowing: true,
    instead:
      'it fails where there are rows: add it with a constant default, or nullable and fill it in batches',
  },
  {
    found: new RegExp(String.raw`${altering}\bALTER COLUMN ${name} (?:SET DATA )?TYPE\b`, 'i'),
    onGrowing: true,
    instead: 'the whole table may be written anew: add another column and move over in batches',
  },
  {
    found: new RegExp(String.raw`${altering}\bALTER COLUMN ${name} SET NOT NULL\b`, 'i'),
    onGrowing: true,
    instead:
      'everybody waits while all rows are looked at: ADD CONSTRAINT … CHECK (… IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT in the next migration, SET NOT NULL in the one after that, with a comment "-- Validated before."',
  },
  {
    found: new RegExp(
      String.raw`${altering}\bADD CONSTRAINT\b(?=.*\b(?:FOREIGN KEY|CHECK)\b)(?!.*\bNOT VALID\b)`,
      'i',
    ),
    onGrowing: true,
    instead:
      'all rows are looked at under its lock: add it NOT VALID, and VALIDATE CONSTRAINT in a migration that begins with "-- Outside of a transaction."',
  },
  {
    found: new RegExp(
      String.raw`${altering}\bADD (?:CONSTRAINT ${name} )?(?:PRIMARY KEY|UNIQUE)\b(?!.*\bUSING INDEX\b)`,
      'i',
    ),
    onGrowing: true,
    instead:
      'its index is made under its lock: make the index concurrently, then add it USING INDEX',
  },
  {
    found: new RegExp(String.raw`^(?:UPDATE|DELETE FROM) (?:ONLY )?${name}`, 'i'),
    onGrowing: true,
    instead: 'it holds its rows until the migration ends: a job does it in batches',
  },
  {
    found: new RegExp(
      String.raw`^(?:VACUUM FULL|CLUSTER|LOCK TABLE|REINDEX(?! .*CONCURRENTLY)) ?${name}?`,
      'i',
    ),
    onGrowing: false,
    instead: 'everybody waits until it ends: there is no need for it in a migration',
  },
];

/** The comment above a statement that was thought about. */
const allowed = /--\s*(?:Validated before|Few rows)\b/i;

/** @returns one sentence for each statement that would keep readers or writers waiting */
export function dangersIn(migration: Migration): string[] {
  if (runsOutside(migration)) {
    stepsOf(migration);
    return [];
  }
  const statements = statementsOf(migration.sql);
  const made = statements.flatMap(({ sql }) => /^CREATE TABLE "?(\w+)"?/i.exec(sql)?.[1] ?? []);
  return statements
    .filter(({ isAllowed }) => !isAllowed)
    .flatMap(({ sql }) => {
      const danger = dangers.find(({ found, onGrowing }) => {
        const table = found.exec(sql)?.[1] ?? '';
        return found.test(sql) && (!onGrowing || (grows(table) && !made.includes(table)));
      });
      return danger === undefined
        ? []
        : [`${migration.name}: ${sql.slice(0, 120)}: ${danger.instead}.`];
    });
}

const grows = (table: string): boolean => growingTables.some((each) => each === table);

/** Bodies of functions are passed over: what is in them runs later. */
function statementsOf(script: string): { sql: string; isAllowed: boolean }[] {
  return script
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .split(/;\s*(?:\n|$)/)
    .map((statement) => ({
      sql: statement.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ').trim(),
      isAllowed: allowed.test(statement),
    }))
    .filter(({ sql }) => sql !== '');
}
