import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import table from '../../architecture/floors.json' with { type: 'json' };
import { root, sourcePaths, textOf } from './source-files.js';

const rooms = table.floors.flat().map(({ room }) => room);

/** The table as docs/ARCHITECTURE.md shows it. */
const floorsInMarkdown = [
  '| floor | room | owns |',
  '| --- | --- | --- |',
  ...table.floors.flatMap((floor, number) =>
    floor.map(({ room, owns }) => `| ${number} | \`${room}\` | ${owns} |`),
  ),
].join('\n');

describe('Somebody who looks for the plan of the house', () => {
  it('finds every room of src/ in the table, and no room that is not there', () => {
    const found = readdirSync(join(root, 'src'), { withFileTypes: true });
    const folders = found.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const files = found.filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(folders.toSorted()).toEqual(rooms.toSorted());
    expect(files.toSorted()).toEqual(table.roof.toSorted());
  });

  it('finds no room twice, and a module that opens each', () => {
    expect(new Set(rooms).size).toBe(rooms.length);
    const closed = rooms.filter((room) => !existsSync(join(root, `src/${room}/${room}.module.ts`)));
    expect(closed).toEqual([]);
  });

  it('finds no border that stands around nothing', () => {
    const paths = sourcePaths();
    for (const { name, openTo, imports = '' } of table.borders) {
      // The client that Prisma generates is no source of ours, but its border is.
      const ours = imports.includes('generated') ? openTo : [...openTo, imports];
      const idle = ours
        .filter((pattern) => pattern.startsWith('^src/'))
        .filter((pattern) => !paths.some((path) => new RegExp(pattern).test(path)));
      expect(idle, name).toEqual([]);
    }
  });

  it('reads the same table in docs/ARCHITECTURE.md', () => {
    // The formatter pads a table's columns.
    const shown = textOf('docs/ARCHITECTURE.md').replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
    expect(shown).toContain(floorsInMarkdown);
  });
});
