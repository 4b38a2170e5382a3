/** What becomes of those who open articles: by what they were let in, or why they were not. */
import { Injectable } from '@nestjs/common';
import { Counts } from '../../platform/metrics/counts.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { type Denial, type Via, denials, ways } from '../decision/decide-access.rules.js';

/** One of the two is null. */
export interface Outcome {
  readonly via: Via | null;
  readonly denial: Denial | null;
}

@Injectable()
export class ReadMetrics {
  private readonly opened: Counts<Via>;
  private readonly denied: Counts<Denial>;

  constructor(metrics: Metrics) {
    this.opened = metrics.add(
      new Counts('broadsheet_reads_total', 'Articles given whole, by what let in.', 'via', ways),
    );
    this.denied = metrics.add(
      new Counts('broadsheet_walls_total', 'Walls shown, by why.', 'denial', denials),
    );
  }

  count({ via, denial }: Outcome): void {
    if (via !== null) this.opened.add(via);
    else if (denial !== null) this.denied.add(denial);
  }
}
