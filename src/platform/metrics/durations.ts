/** Counts how long things took, in a few classes, so that the slow ones are seen among many quick ones. */
import type { Metric, Sample } from './metric.js';

/** Seconds up to which a class reaches. */
const classes = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** Those of one thing. */
export class Duration {
  private readonly counts = new Float64Array(classes.length + 1);
  private sum = 0;

  took(seconds: number): void {
    let at = 0;
    while (at < classes.length && seconds > (classes[at] ?? Infinity)) at += 1;
    this.counts[at] = (this.counts[at] ?? 0) + 1;
    this.sum += seconds;
  }

  samples(name: string, labels: Readonly<Record<string, string>>): Sample[] {
    let count = 0;
    const within = [...classes, '+Inf'].map((le, at): Sample => {
      count += this.counts[at] ?? 0;
      return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: count };
    });
    return [
      ...within,
      { metricName: `${name}_sum`, labels, value: this.sum },
      { metricName: `${name}_count`, labels, value: count },
    ];
  }
}

export class Durations implements Metric {
  readonly type = 'histogram';
  private readonly all: { labels: Readonly<Record<string, string>>; duration: Duration }[] = [];

  constructor(
    readonly name: `broadsheet_${string}_seconds`,
    readonly help: string,
  ) {}

  /** Those of one more thing; to be kept by whoever measures it. */
  of(labels: Readonly<Record<string, string>>): Duration {
    const duration = new Duration();
    this.all.push({ labels, duration });
    return duration;
  }

  samples(): Sample[] {
    return this.all.flatMap(({ labels, duration }) => duration.samples(this.name, labels));
  }
}
