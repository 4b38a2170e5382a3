/** docs/ACCESS.md shows the access matrix to people; `npm run docs:access` writes it anew. */
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { outcomes, people, whoTheyAre } from '../../architecture/access-patterns.js';
import { type Row, matrixGroups } from './matrix-rows.js';
import { root } from './source-files.js';
import { join } from 'node:path';

const path = join(root, 'docs/ACCESS.md');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (rows: readonly Row[]): string[] => [
  line(['route', ...people]),
  line(['---', ...people.map(() => '---')]),
  ...rows.map((row) =>
    line([`\`${row.route}\``, ...people.map((person) => String(row.outcomes[person]))]),
  ),
];

const document = [
  '# Who is let in where',
  '',
  'Made of `architecture/access-matrix.ts` by `npm run docs:access`; not written by hand. `test/matrix` asks every route',
  'as everybody and compares. GET stands for HEAD, too. Whatever is in no row is 404, and another method 405.',
  '',
  ...Object.entries(whoTheyAre).map(([person, who]) => `- **${person}** ${who}`),
  '',
  line(['outcome', 'means']),
  line(['---', '---']),
  ...Object.entries(outcomes).map(([outcome, meaning]) => line([`\`${outcome}\``, meaning])),
  ...matrixGroups.flatMap(([name, rows]) => ['', `## ${name}`, '', ...table(rows)]),
].join('\n');

it('The documentation shows the matrix as it is', async () => {
  const options = await resolveConfig(path);
  const formatted = await format(document, { ...options, filepath: path });
  await expect(formatted).toMatchFileSnapshot(path);
});
