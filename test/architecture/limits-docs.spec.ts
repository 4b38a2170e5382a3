/** docs/security.md tells every limit as the code has it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { LimitRule, LimitScope } from '../../src/platform/limits/limit.rules.js';
import { root, sourcePaths } from './source-files.js';

/** The columns of the table, in their order. */
const columns: readonly LimitScope[] = [
  'account',
  'account-at-address',
  'address',
  'network',
  'everybody',
];

const units: Record<number, string> = { 60: 'min', 3600: 'h', 86_400: 'day' };

const month = 30 * 24 * 60 * 60;

function inWords({ burst, perSeconds }: LimitRule): string {
  const count = burst.toLocaleString('en');
  return perSeconds === burst * month
    ? `${count}, one a month`
    : `${count} / ${units[perSeconds] ?? `${perSeconds} s`}`;
}

const isRule = (value: object): value is LimitRule => 'burst' in value;

function rulesIn(value: unknown): LimitRule[] {
  if (typeof value !== 'object' || value === null) return [];
  return isRule(value) ? [value] : Object.values(value).flatMap(rulesIn);
}

/** What is fixed is the memory of a limit, and none itself. */
async function everyRule(): Promise<LimitRule[]> {
  const paths = sourcePaths().filter((path) => path.endsWith('.limits.ts'));
  const files = await Promise.all(paths.map((path) => import(join(root, path)) as Promise<object>));
  return files.flatMap(rulesIn).filter(({ isFixed }) => isFixed !== true);
}

const told = readFileSync(join(root, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, what = '', ...cells]) => ({ what, cells }));

it('The documentation names each limit with its number', async () => {
  const rules = await everyRule();
  expect(rules.length).toBeGreaterThan(15);
  for (const rule of rules) {
    const row = told.find(({ what }) => what.startsWith(`**${rule.name}**`));
    const cell = row?.cells[columns.indexOf(rule.by)];
    expect(cell, `${rule.name} by ${rule.by}`).toBe(inWords(rule));
  }
});

it('and no number that is none', async () => {
  const rules = await everyRule();
  const names = new Set(rules.map(({ name }) => name));
  for (const { what, cells } of told) {
    const [, name = ''] = /^\*\*(.+?)\*\*/.exec(what) ?? [];
    if (!names.has(name)) continue;
    const numbers = cells.filter((cell) => cell !== '');
    const known = rules.filter((rule) => rule.name === name).map(inWords);
    expect([...numbers].sort(), name).toEqual([...known].sort());
  }
});
