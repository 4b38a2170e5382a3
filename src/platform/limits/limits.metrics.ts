/** How often somebody was told to wait, by which limit. */
import { Injectable } from '@nestjs/common';
import { Counts } from '../metrics/counts.js';
import { Metrics } from '../metrics/metrics.js';
import type { LimitRule } from './limit.rules.js';

@Injectable()
export class LimitMetrics {
  private readonly refused: Counts;

  constructor(metrics: Metrics) {
    this.refused = metrics.add(
      new Counts('broadsheet_limits_refused_total', 'What was done too often, by limit.', 'limit'),
    );
  }

  count(rules: readonly LimitRule[]): void {
    for (const { name, by } of rules) this.refused.add(`${name}, by ${by}`);
  }
}
