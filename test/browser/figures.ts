/** Collects what was measured of the pages: one table for whoever reads the run, one file for the documentation. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Figures } from './weigh.js';

const folder = join(import.meta.dirname, 'figures');

export interface PageFigures extends Figures {
  name: string;
  window: string;
}

/** Bytes of markup and styles together, which is what a page may weigh. */
export const weightOf = ({ html, css }: Figures): number => html + css;

export async function keepFigures(name: string, figures: readonly PageFigures[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(figures, null, 2)}\n`);
}

export function tableOf(figures: readonly PageFigures[]): string {
  const head = ['page', 'window', 'html', 'css', 'js', 'LCP ms', 'CLS'];
  const rows = figures.map(({ name, window, html, css, js, lcp, cls }) =>
    [name, window, html, css, js, lcp, cls].map(String),
  );
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [head, ...rows].map(line).join('\n');
}
