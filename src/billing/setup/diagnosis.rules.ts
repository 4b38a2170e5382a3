/** What is well and what is wrong with a Stripe account, one sentence each. Pure. */

export interface Diagnosis {
  readonly subject: string;
  readonly isGood: boolean;
  /** How it is; where it is not good, what to do. */
  readonly says: string;
}

export const good = (subject: string, says: string): Diagnosis => ({ subject, isGood: true, says });

export const problem = (subject: string, says: string): Diagnosis => ({
  subject,
  isGood: false,
  says,
});

const again = 'run npm run stripe:setup';

export type Mode = 'live' | 'test';

/** A live key belongs into production, and only there. */
export function judgeMode(mode: Mode | null, isProduction: boolean): Diagnosis {
  if (mode === null) return problem('mode', 'STRIPE_SECRET_KEY is neither sk_live_… nor sk_test_…');
  if (isProduction && mode === 'test') {
    return problem('mode', 'a test key in production: nobody pays. Set a live STRIPE_SECRET_KEY');
  }
  if (!isProduction && mode === 'live') {
    return problem(
      'mode',
      'a live key outside of production: real cards are charged. Set a test key',
    );
  }
  return good('mode', `${mode}, as it should be`);
}

/** @param count how many secrets are configured */
export function judgeSecrets(count: number): Diagnosis {
  if (count > 0) return good('webhook secret', `${count} configured`);
  return problem('webhook secret', `STRIPE_WEBHOOK_SECRETS is missing: ${again}, which prints it`);
}

export function judgeAccount(
  { id, canCharge }: { id: string; canCharge: boolean },
  mode: Mode | null,
): Diagnosis {
  if (mode === 'live' && !canCharge) {
    return problem(
      'account',
      `${id} may not charge cards yet: finish its activation in the dashboard`,
    );
  }
  return good('account', id);
}

/** Milliseconds; Stripe's signatures are refused when they are five minutes old. */
const tolerable = { latency: 2_000, clock: 30_000 };

export function judgeLatency(milliseconds: number): Diagnosis {
  if (milliseconds <= tolerable.latency) return good('reachable', `in ${milliseconds} ms`);
  return problem('reachable', `in ${milliseconds} ms, which is slow: look at the network`);
}

export function judgeClock(ahead: number | null): Diagnosis {
  if (ahead === null) return problem('clock', 'Stripe did not say its time: is a proxy between?');
  const seconds = Math.round(ahead / 1000);
  if (Math.abs(ahead) <= tolerable.clock) return good('clock', `${Math.abs(seconds)} s off`);
  const direction = seconds > 0 ? 'ahead of' : 'behind';
  return problem('clock', `${Math.abs(seconds)} s ${direction} Stripe's: set the machine's clock`);
}

interface Endpoint {
  readonly url: string;
  readonly isEnabled: boolean;
  readonly apiVersion: string | null;
  readonly events: readonly string[];
}

/** @param endpoints ours, as they are at Stripe */
export function judgeEndpoint(
  endpoints: readonly Endpoint[],
  wanted: Omit<Endpoint, 'isEnabled'>,
): Diagnosis[] {
  const subject = 'webhook endpoint';
  const [endpoint, ...others] = endpoints;
  if (endpoint === undefined) return [problem(subject, `is not registered: ${again}`)];
  const diagnoses = [
    endpoint.isEnabled
      ? good(subject, 'registered and enabled')
      : problem(subject, `is disabled: ${again}`),
    endpoint.url === wanted.url
      ? good('webhook address', endpoint.url)
      : problem('webhook address', `${endpoint.url} instead of ${wanted.url}: ${again}`),
    hasSameEvents(endpoint.events, wanted.events)
      ? good('webhook events', `${wanted.events.length} types`)
      : problem('webhook events', `are not the ones that we need: ${again}`),
    endpoint.apiVersion === wanted.apiVersion
      ? good('API version', endpoint.apiVersion ?? '')
      : problem(
          'API version',
          `${endpoint.apiVersion ?? 'the default'} instead of ${wanted.apiVersion ?? ''}: ${again}`,
        ),
  ];
  if (others.length === 0) return diagnoses;
  return [
    ...diagnoses,
    problem(subject, `${others.length} more of ours: ${again}, which removes them`),
  ];
}

function hasSameEvents(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join() === others.toSorted().join();
}
