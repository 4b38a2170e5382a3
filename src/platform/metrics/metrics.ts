/**
 * Everything that is told of this process. Rooms name theirs in `*.metrics.ts`; counting costs an addition, whether
 * anybody is ever told or not.
 */
import { Injectable } from '@nestjs/common';
import type { Metric } from './metric.js';
import { Look, type LookOptions } from './look.js';

@Injectable()
export class Metrics {
  private readonly known: Metric[] = [];
  private readonly looks: Look[] = [];

  constructor() {
    this.known.push({
      name: 'broadsheet_look_failed',
      help: '1 where the database could not be asked for figures, by what they are about; those are left out then.',
      type: 'gauge',
      samples: () =>
        this.looks.map(({ at, isAnswered }) => ({ labels: { at }, value: isAnswered ? 0 : 1 })),
    });
  }

  add<Kind extends Metric>(metric: Kind): Kind {
    this.known.push(metric);
    return metric;
  }

  /** Something that is so now. @param read null where it is not known */
  gauge(name: `broadsheet_${string}`, help: string, read: () => number | null): void {
    const samples = () => {
      const value = read();
      return value === null ? [] : [{ value }];
    };
    this.known.push({ name, help, type: 'gauge', samples });
  }

  /** Something that the database is asked for. */
  look<Name extends `broadsheet_${string}`>(options: LookOptions<Name>): void {
    const look = new Look(options);
    this.looks.push(look);
    this.known.push(...look.metrics);
  }

  /** As it all stands, once the database was asked. */
  async all(): Promise<readonly Metric[]> {
    await Promise.all(this.looks.map((look) => look.refresh()));
    return this.known;
  }
}
