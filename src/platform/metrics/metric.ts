/** What is told of a process, in the terms of Prometheus. */

export interface Sample {
  readonly value: number;
  readonly labels?: Readonly<Record<string, string | number>>;
  /** Where it differs from the metric's own name, as for the parts of a histogram. */
  readonly metricName?: string;
}

export interface Metric {
  /** Of few possible labels: no person, no article and no address is one. */
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** As it stands; none where it is not known. */
  samples(): readonly Sample[];
}
