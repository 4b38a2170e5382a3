/** What happens at Stripe without us: its owner refunds, ends and deletes, a bank decides, an invoice is paid by hand. */
import Stripe from 'stripe';
import { subscriptionsOf } from '../support/oracle.js';
import { newCard } from '../support/person.js';
import { type Person, type Place, truthOf } from '../support/place.js';
import { type Subscription, type Truth, customersOf } from '../support/truth.js';
import type { PersonalDeed, Wallet } from './deeds.js';
import { type Life, cardOf } from './life.js';

export async function atStripe(
  place: Place,
  life: Life,
  deed: Extract<
    PersonalDeed,
    {
      does:
        | 'pay the open invoice'
        | 'be refunded'
        | 'win the dispute'
        | 'lose the dispute'
        | 'pause'
        | 'go on'
        | 'pause collection'
        | 'take collection up'
        | 'end at Stripe'
        | 'vanish from Stripe';
    }
  >,
): Promise<void> {
  const { stripe } = place;
  switch (deed.does) {
    case 'pay the open invoice':
      return payOpenInvoice(place, life, deed.card);
    case 'be refunded':
      return refund(place, life, deed.share);
    case 'win the dispute':
    case 'lose the dispute':
      return closeDispute(place, life, deed.does === 'win the dispute' ? 'won' : 'lost');
    case 'vanish from Stripe': {
      const truth = await truthOf(place);
      for (const customer of customersOf(truth, life.userId)) {
        const isThere = truth.customers.some(({ id, deleted }) => id === customer && !deleted);
        if (isThere) await stripe.customers.del(customer);
      }
      return;
    }
    default: {
      const running = await runningOf(place, life);
      if (running === undefined) return;
      if (deed.does === 'end at Stripe') await stripe.subscriptions.cancel(running.id);
      else if (deed.does === 'pause') await stripe.subscriptions.pause(running.id);
      else if (deed.does === 'go on') await stripe.subscriptions.resume(running.id);
      else {
        await stripe.subscriptions.update(running.id, {
          pause_collection: deed.does === 'pause collection' ? { behavior: 'void' } : '',
        });
      }
    }
  }
}

async function payOpenInvoice(place: Place, life: Life, card: Wallet): Promise<void> {
  const truth = await truthOf(place);
  const customers = customersOf(truth, life.userId);
  const open = truth.invoices.find(
    ({ status, customer }) => status === 'open' && customer !== null && customers.has(customer),
  );
  if (open === undefined) return;
  const response = await fetch(`${place.simulatorUrl}/i/${open.id}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...newCard(cardOf(life, card)), action: 'pay-with-card' }),
  });
  await response.body?.cancel();
}

async function refund(place: Place, life: Life, share: 'whole' | 'part'): Promise<void> {
  const truth = await truthOf(place);
  const charge = chargesOf(truth, life)
    .filter(({ amount, amount_refunded: back }) => back < amount)
    .at(-1);
  if (charge === undefined) return;
  const amount = share === 'part' ? { amount: 100 } : {};
  await place.stripe.refunds.create({ charge: charge.id, ...amount });
}

async function closeDispute(place: Place, life: Life, outcome: 'won' | 'lost'): Promise<void> {
  const truth = await truthOf(place);
  const mine = new Set(chargesOf(truth, life).map(({ id }) => id));
  const dispute = truth.disputes.find(
    ({ charge, status }) => mine.has(charge) && status === 'needs_response',
  );
  if (dispute === undefined) return;
  await place.askSimulator('POST', `/_sim/disputes/${dispute.id}/close`, { outcome });
}

function chargesOf(truth: Truth, { userId }: Person): Truth['charges'] {
  const customers = customersOf(truth, userId);
  return truth.charges.filter(
    ({ status, customer }) =>
      status === 'succeeded' && customer !== null && customers.has(customer),
  );
}

export async function runningOf(
  place: Place,
  { userId }: Person,
): Promise<Subscription | undefined> {
  return subscriptionsOf(await truthOf(place), userId).find(
    ({ status }) => status !== 'canceled' && status !== 'incomplete_expired',
  );
}

/** Stripe's "no" to its owner is an answer too. */
export async function unlessRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
  }
}
