/** How the machinery stands: connections to the database, news between processes, what is turned away. */
import { Injectable } from '@nestjs/common';
import { Announcements } from '../database/announcements.js';
import { Database } from '../database/database.js';
import { timeWaits } from '../database/pool-waits.js';
import { Closing } from '../http/closing.js';
import { Overload } from '../http/overload.js';
import { Durations } from './durations.js';
import { Metrics } from './metrics.js';

@Injectable()
export class PlatformMetrics {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    announcements: Announcements,
    overload: Overload,
    closing: Closing,
  ) {
    const { pool } = database;
    metrics.gauge('broadsheet_pool_connections', 'Open to the database.', () => pool.totalCount);
    metrics.gauge('broadsheet_pool_idle', 'Of them, those that nobody uses.', () => pool.idleCount);
    metrics.gauge(
      'broadsheet_pool_waiting',
      'Pieces of work that wait for a connection.',
      () => pool.waitingCount,
    );
    metrics.gauge('broadsheet_database_away', '1 while it cannot be reached.', () =>
      Number(database.isAway),
    );
    metrics.gauge(
      'broadsheet_announcements_heard',
      '0 while news of other processes are missed.',
      () => Number(announcements.isListening),
    );
    metrics.gauge('broadsheet_draining', '1 once the process was told to end.', () =>
      Number(closing.hasBegun),
    );
    metrics.add({
      name: 'broadsheet_overload_turned_away_total',
      help: 'Requests beyond what can be answered in time, by who asked.',
      type: 'counter',
      samples: () => samplesBy('asking', overload.refused),
    });
    metrics.add({
      name: 'broadsheet_requests_under_way',
      help: 'Requests that are being answered, by who asks.',
      type: 'gauge',
      samples: () => samplesBy('asking', overload.underWay),
    });
  }

  /** From now on it is measured how long work waits for a connection. */
  watchPool(): void {
    const waits = this.metrics
      .add(
        new Durations(
          'broadsheet_pool_wait_seconds',
          'Waited for a connection to the database, opening one included.',
        ),
      )
      .of({});
    timeWaits(this.database.pool, (milliseconds) => waits.took(milliseconds / 1000));
  }
}

const samplesBy = (label: string, figures: Readonly<Record<string, number>>) =>
  Object.entries(figures).map(([word, value]) => ({ labels: { [label]: word }, value }));
