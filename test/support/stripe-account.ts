/** The dashboard's side of a town's Stripe: what the publication's owner does there by hand. */
import Stripe from 'stripe';
import type { RunningSimulator } from '../../simulator/src/index.js';

export function stripeOf({ simulator }: { simulator: RunningSimulator }): Stripe {
  const { hostname, port } = new URL(simulator.url);
  return new Stripe('sk_test_owner', {
    host: hostname,
    port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  });
}
