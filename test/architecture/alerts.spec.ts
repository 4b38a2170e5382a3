/** Whoever is called in the night is told what it is, and where it says what to do. */
import { describe, expect, it } from 'vitest';
import { textOf } from './source-files.js';

const rules = textOf('ops/prometheus/alerts.yml')
  .split(/^ +- alert: /m)
  .slice(1)
  .map((text) => ({ name: /^\w+/.exec(text)?.[0] ?? '', text }));

const headings = textOf('docs/observability.md')
  .split('\n')
  .filter((line) => /^##+ /.test(line))
  .map((line) => line.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-'));

describe('an alert', () => {
  it('is one of many, each with a name of its own', () => {
    expect(rules.length).toBeGreaterThan(15);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  it.each(rules)('$name says what it is, and where it says what to do', ({ text }) => {
    expect(text).toMatch(/^ +expr: ./m);
    expect(text).toMatch(/^ +labels: \{ severity: (page|ticket) \}/m);
    expect(text).toMatch(/^ +summary: ./m);
    expect(text).toMatch(/^ +description: ./m);
    const [, section] = /^ +runbook_url: docs\/observability\.md#(\S+)$/m.exec(text) ?? [];
    expect(headings).toContain(section);
  });
});
