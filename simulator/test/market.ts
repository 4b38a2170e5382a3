/** A town that sells several plans and lets its members choose among them in the portal. */
import type Stripe from 'stripe';
import { openSession, startTown, type Town } from './support.js';

type Update = Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate;

/** A town that sells a small plan and a big one, by the year or the month. */
export async function market(more: Partial<Update> = {}, trialDays = 0) {
  const town = await startTown();
  const { stripe } = town;
  const product = await stripe.products.create({ name: 'Paper' });
  const price = (unit_amount: number, interval: 'month' | 'year') =>
    stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount,
      recurring: { interval },
    });
  const small = await price(10_000, 'year');
  const big = await price(30_000, 'year');
  const monthly = await price(1_000, 'month');
  const configuration = await stripe.billingPortal.configurations.create({
    features: {
      payment_method_update: { enabled: true },
      subscription_cancel: { enabled: true },
      subscription_pause: { enabled: false },
      subscription_update: {
        enabled: true,
        default_allowed_updates: ['price', 'quantity'],
        products: [
          {
            product: product.id,
            prices: [small.id, big.id, monthly.id],
            adjustable_quantity: { enabled: true, minimum: 2, maximum: 10 },
          },
        ],
        proration_behavior: 'always_invoice',
        ...more,
      },
    },
  });
  const session = await openSession(
    stripe,
    small.id,
    trialDays ? { subscription_data: { trial_period_days: trialDays } } : {},
  );
  await town.pay(session.id);
  const customer = session.customer as string;
  const [subscription] = (await stripe.subscriptions.list({ customer })).data;
  if (!subscription) throw new Error('No subscription');
  const enter = async (flow?: Stripe.BillingPortal.SessionCreateParams.FlowData) => {
    const portal = await stripe.billingPortal.sessions.create({
      customer,
      configuration: configuration.id,
      return_url: 'https://town.test/account',
      ...(flow ? { flow_data: flow } : {}),
    });
    return portal.url;
  };
  return { town, product, small, big, monthly, configuration, customer, subscription, enter };
}

export const itemOf = async (town: Town, subscription: string) =>
  (await town.stripe.subscriptions.retrieve(subscription)).items.data[0];
