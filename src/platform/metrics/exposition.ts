/** Writes down for Prometheus what is told of this process, and what Node tells of it. Loaded where somebody asks. */
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { Metric } from './metric.js';
import type { Metrics } from './metrics.js';

export class Exposition {
  private readonly ofNode = new Registry();
  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;

  constructor(private readonly metrics: Metrics) {
    collectDefaultMetrics({ register: this.ofNode });
  }

  async text(): Promise<string> {
    const ours = new Registry();
    for (const metric of await this.metrics.all()) ours.registerMetric(new Standing(metric));
    return `${await this.ofNode.metrics()}\n${await ours.metrics()}`;
  }

  /** What Node tells is watched no more. */
  close(): void {
    this.ofNode.clear();
  }
}

/** The library writes what it counts itself: this is given to it as counted already. */
class Standing extends Gauge {
  constructor(private readonly metric: Metric) {
    super({ name: metric.name, help: metric.help, registers: [] });
  }

  override get(): ReturnType<Gauge['get']> {
    const { name, help, type } = this.metric;
    const values = this.metric.samples().map((sample) => ({ labels: {}, ...sample }));
    return Promise.resolve({ name, help, type, values, aggregator: 'sum' } as unknown as Awaited<
      ReturnType<Gauge['get']>
    >);
  }
}
