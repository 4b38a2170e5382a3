/**
 * Where work says what it is, for whoever follows a request through the process. Nobody does unless OpenTelemetry is
 * asked for, whose code is not even loaded before: then a span costs a comparison.
 *
 * What follows is the process's, as OpenTelemetry's own is, for the driver of the database has to ask for it.
 */

export interface Work {
  /** Of few: never made of what somebody has sent. */
  readonly name: string;
  /** What does it: another machine that is asked, or this one, on an order of its own. */
  readonly kind: 'client' | 'job';
  readonly attributes?: Readonly<Record<string, string | number>>;
}

export interface Tracing {
  span<T>(work: Work, act: () => Promise<T>): Promise<T>;
  /** Of what is being done at the moment. */
  readonly traceId: string | undefined;
  /** False where nobody would see a child of what is being done. */
  readonly isFollowing: boolean;
}

let tracing: Tracing | null = null;

export function traceWith(next: Tracing | null): void {
  tracing = next;
}

/** Does the work, and lets it be seen. */
export const inSpan = <T>(work: () => Work, act: () => Promise<T>): Promise<T> =>
  tracing === null ? act() : tracing.span(work(), act);

export const traceInHand = (): string | undefined => tracing?.traceId;

export const isFollowed = (): boolean => tracing?.isFollowing ?? false;
