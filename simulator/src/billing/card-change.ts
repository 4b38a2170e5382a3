/** A member's new card takes the place of the old one everywhere, and pays at once what the old one could not. */
import type { SetupIntent } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { collect } from './collecting.js';
import { customerOf } from './owners.js';
import { attachCard, confirmSetup, saveCard, type Confirmation } from './paying.js';
import { newSetupIntent, type TypedCard } from './payment-objects.js';
import { isOver } from './subscription-rules.js';

/** Saves a typed card for a customer, as far as the bank lets it go without 3-D Secure. */
export function beginCardChange(
  world: World,
  customerId: string,
  card: TypedCard,
  name: string | null,
): { paymentMethod: string; confirmation: Confirmation<SetupIntent> } {
  const customer = customerOf(world, customerId);
  const billing = { address: null, email: customer.email, name, phone: null };
  const paymentMethod = saveCard(world, card, billing);
  const intent = newSetupIntent({
    id: world.ids.next('setupIntent'),
    secret: world.ids.next('secret'),
    now: world.clock.accountNow(),
    customer: customerId,
    paymentMethod: paymentMethod.id,
  });
  world.create(world.shelves.setupIntents, intent, 'setup_intent.created');
  const confirmation = confirmSetup(world, intent, { justAuthenticated: false });
  if (confirmation.kind === 'succeeded') changeCard(world, customerId, paymentMethod.id);
  return { paymentMethod: paymentMethod.id, confirmation };
}

/** The customer's default is changed, and each subscription's own, which would otherwise still go first. */
export function changeCard(world: World, customerId: string, paymentMethod: string): void {
  attachCard(world, paymentMethod, customerId);
  const customer = customerOf(world, customerId);
  const settings = { ...customer.invoice_settings, default_payment_method: paymentMethod };
  world.update(
    world.shelves.customers,
    customer,
    { invoice_settings: settings },
    'customer.updated',
  );
  const theirs = world.shelves.subscriptions.where(
    (subscription) => subscription.customer === customerId && !isOver(subscription),
  );
  for (const subscription of theirs) {
    world.update(
      world.shelves.subscriptions,
      subscription,
      { default_payment_method: paymentMethod },
      'customer.subscription.updated',
    );
  }
  const unpaid = world.shelves.invoices.where(
    (invoice) =>
      invoice.customer === customerId &&
      invoice.status === 'open' &&
      theirs.some(({ latest_invoice: latest }) => latest === invoice.id),
  );
  for (const invoice of unpaid) collect(world, invoice, { automatic: false });
}
