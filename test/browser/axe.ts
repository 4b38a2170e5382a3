/** Asks axe whether a page can be used by everybody: WCAG 2.2 to AA, and what is good practice besides. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, Result } from 'axe-core';
import type { Sitting } from './reader.js';
import { settled } from './settled.js';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Of the rules of WCAG 2.2 the only one that waits to be asked.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

/** One sentence for each element that stands in somebody's way; none where nobody is hindered. */
export async function axe({ examiner }: Pick<Sitting, 'examiner'>): Promise<string[]> {
  if (!(await examiner.ask<boolean>("typeof axe === 'object'"))) {
    await examiner.ask(`${source}; true`);
  }
  await examiner.ask(settled);
  const asked = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`;
  const { violations } = await examiner.ask<Pick<AxeResults, 'violations'>>(asked);
  return violations.flatMap(sentencesOf);
}

function sentencesOf({ id, help, nodes }: Result): string[] {
  return nodes.map(({ target, failureSummary = '' }) => {
    const why = failureSummary.split('\n').slice(1).join(' ').replace(/\s+/g, ' ').trim();
    return `axe ${id}: ${help}. ${target.join(' ')}: ${why}`;
  });
}
