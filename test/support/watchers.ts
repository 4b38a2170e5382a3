/** The files by which Prometheus and Grafana watch: which metrics they ask for. */
import { readFile } from 'node:fs/promises';

export const watchers = ['ops/prometheus/alerts.yml', 'ops/grafana/broadsheet.json'];

/** Without the ends that a histogram's parts have. */
export async function metricsNamedIn(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8');
  const named = text.matchAll(/\b(?:broadsheet|nodejs|process)_[a-z0-9_]+/g);
  return [...new Set([...named].map(([name]) => name.replace(/_(?:bucket|count|sum)$/, '')))];
}
