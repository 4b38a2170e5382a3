/** Finalises invoices and gets them paid, or not: the events of a successful and of a refused payment in their order. */
import type {
  Customer,
  DeletedCustomer,
  Invoice,
  InvoicePayment,
  PaymentIntent,
  Subscription,
} from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { AUTHENTICATION_REQUIRED, type CardRefusal } from './cards.js';
import {
  afterPayment,
  afterRefusal,
  afterSettingAside,
  fallBehind,
  isTriedAgain,
} from './consequences.js';
import { customerOf, subscriptionFor } from './owners.js';
import {
  finalizedInvoice,
  openInvoicePayment,
  paidInvoice,
  paidInvoicePayment,
  refusedInvoice,
} from './invoice-rules.js';
import { confirmPayment, failedAuthentication, failPayment } from './paying.js';
import { newPaymentIntent } from './payment-objects.js';

export type Collected =
  | { kind: 'paid'; invoice: Invoice }
  | { kind: 'requires-action'; invoice: Invoice; intent: PaymentIntent }
  | { kind: 'refused'; invoice: Invoice; refusal: CardRefusal };

/** Gives the draft its number and its page, and settles it against the customer's balance. */
export function finalize(world: World, draft: Invoice): Invoice {
  const customer = customerOf(world, draft.customer ?? '');
  const sequence = customer.next_invoice_sequence ?? 1;
  const finalized = finalizedInvoice(draft, {
    now: world.now(),
    number: `${customer.invoice_prefix ?? 'INV'}-${String(sequence).padStart(4, '0')}`,
    hostedUrl: `${world.publicUrl}/i/${draft.id}`,
    balance: customer.balance,
  });
  const numbered = world.update(world.shelves.customers, customer, {
    next_invoice_sequence: sequence + 1,
  });
  changeBalance(world, numbered.id, (finalized.ending_balance ?? 0) - customer.balance);
  return world.update(world.shelves.invoices, draft, finalized, 'invoice.finalized');
}

function changeBalance(world: World, id: string, change: number): void {
  const customer = world.shelves.customers.get(id);
  if (!customer || customer.deleted || change === 0) return;
  const balance = customer.balance + change;
  world.update<Customer | DeletedCustomer>(
    world.shelves.customers,
    customer,
    { balance },
    'customer.updated',
  );
}

/** A draft falls due: it is finalised, and paid at once unless its subscription's collection is paused. */
export function finalizeAndCollect(world: World, draft: Invoice): void {
  const invoice = finalize(world, draft);
  const paused = subscriptionFor(world, draft)?.pause_collection;
  if (paused?.behavior === 'void') setAside(world, invoice, 'void');
  else if (paused?.behavior === 'mark_uncollectible') setAside(world, invoice, 'uncollectible');
  else if (invoice.collection_method === 'send_invoice') send(world, invoice);
  else collect(world, invoice, { automatic: true });
}

/** Its customer pays it from its page, or does not; nobody's card is charged. */
export function send(world: World, invoice: Invoice): void {
  if (invoice.amount_due === 0) settle(world, invoice);
  else world.emit('invoice.sent', invoice);
}

/** Nobody will be asked for this money: the invoice is void, or written off. */
export function setAside(
  world: World,
  invoice: Invoice,
  status: 'void' | 'uncollectible',
): Invoice {
  const now = world.now();
  const { status_transitions: transitions } = invoice;
  if (status === 'void') {
    // What the invoice took from the customer's balance goes back there.
    const taken = (invoice.ending_balance ?? invoice.starting_balance) - invoice.starting_balance;
    changeBalance(world, invoice.customer ?? '', -taken);
  }
  const aside = world.update(
    world.shelves.invoices,
    invoice,
    {
      status,
      auto_advance: false,
      next_payment_attempt: null,
      status_transitions:
        status === 'void'
          ? { ...transitions, voided_at: now }
          : { ...transitions, marked_uncollectible_at: now },
    },
    status === 'void' ? 'invoice.voided' : 'invoice.marked_uncollectible',
  );
  afterSettingAside(world, aside);
  return aside;
}

/** Tries to get the money. `paymentMethod` is a card tried by hand; otherwise the usual card is charged. */
export function collect(
  world: World,
  invoice: Invoice,
  options: { automatic: boolean; paymentMethod?: string },
): Collected {
  if (invoice.amount_due === 0) return { kind: 'paid', invoice: settle(world, invoice) };
  const paymentMethod =
    options.paymentMethod ??
    usualCard(world, subscriptionFor(world, invoice), invoice.customer ?? '');
  const intent = intentFor(world, invoice, paymentMethod);
  if (paymentMethod === null) {
    const refusal: CardRefusal = {
      code: 'missing',
      declineCode: null,
      message: 'This customer has no attached payment method.',
    };
    return refuse(world, invoice, refusal, options.automatic);
  }
  return conclude(
    world,
    invoice,
    confirmPayment(world, intent, { justAuthenticated: false }),
    options.automatic,
  );
}

/** The payment is there for somebody else to confirm; until then the subscription is behind. */
export function prepare(world: World, invoice: Invoice): void {
  if (invoice.amount_due === 0) {
    settle(world, invoice);
    return;
  }
  intentFor(
    world,
    invoice,
    usualCard(world, subscriptionFor(world, invoice), invoice.customer ?? ''),
  );
  fallBehind(world, invoice);
}

/** The answer of the 3-D Secure page of an invoice's payment. */
export function collectAuthenticated(
  world: World,
  invoice: Invoice,
  intent: PaymentIntent,
  passed: boolean,
): Collected {
  const confirmation = passed
    ? confirmPayment(world, intent, { justAuthenticated: true })
    : failPayment(world, intent, failedAuthentication('payment_intent'));
  return conclude(world, invoice, confirmation, false);
}

function conclude(
  world: World,
  invoice: Invoice,
  confirmation: ReturnType<typeof confirmPayment>,
  automatic: boolean,
): Collected {
  switch (confirmation.kind) {
    case 'succeeded':
      return { kind: 'paid', invoice: settle(world, invoice) };
    case 'refused':
      return refuse(world, invoice, confirmation.refusal, automatic);
    case 'requires-action': {
      world.emit('invoice.payment_action_required', invoice);
      // With its holder there, the card's page is simply next; without, the attempt has failed.
      if (!automatic) return { kind: 'requires-action', invoice, intent: confirmation.intent };
      const { invoice: open } = refuse(world, invoice, AUTHENTICATION_REQUIRED, automatic);
      return { kind: 'requires-action', invoice: open, intent: confirmation.intent };
    }
  }
}

/** The invoice is paid: its events, and a subscription that was behind is in order again. */
export function settle(world: World, invoice: Invoice): Invoice {
  const now = world.now();
  const payment = paymentFor(world, invoice);
  if (payment) {
    const paid = paidInvoicePayment(payment, now);
    world.update(world.shelves.invoicePayments, payment, paid, 'invoice_payment.paid');
  }
  const paid = world.update(world.shelves.invoices, invoice, paidInvoice(invoice, now));
  world.emit('invoice.paid', paid);
  world.emit('invoice.payment_succeeded', paid);
  afterPayment(world, paid);
  return paid;
}

/** The bank says no: the count, the next try, and what it means for the subscription. */
export function refuse(
  world: World,
  invoice: Invoice,
  refusal: CardRefusal,
  automatic: boolean,
): { kind: 'refused'; invoice: Invoice; refusal: CardRefusal } {
  const changes = refusedInvoice(invoice, {
    now: world.now(),
    automatic,
    retryDays: isTriedAgain(world, invoice) ? world.settings.retryDays : [],
  });
  const failed: Invoice = { ...invoice, ...changes };
  world.emit('invoice.payment_failed', failed);
  const kept = world.update(world.shelves.invoices, invoice, changes, 'invoice.updated');
  // Another card that was tried by hand and used up no retry is of no consequence.
  if (kept !== invoice) afterRefusal(world, failed);
  return { kind: 'refused', invoice: failed, refusal };
}

/** The card that is charged unless another is named: a subscription's own goes before its customer's. */
export function usualCard(
  world: World,
  subscription: Subscription | null,
  customerId: string,
): string | null {
  const customer = customerOf(world, customerId);
  const candidates = [
    subscription?.default_payment_method,
    customer.invoice_settings.default_payment_method,
    customer.default_source,
  ];
  const usable = candidates.find(
    (id) => id && world.shelves.paymentMethods.get(id)?.customer === customerId,
  );
  return usable ?? null;
}

function intentFor(world: World, invoice: Invoice, paymentMethod: string | null): PaymentIntent {
  const { paymentIntents } = world.shelves;
  const existing = paymentIntents.get(paymentFor(world, invoice)?.payment.payment_intent ?? '');
  if (existing) {
    return world.update(paymentIntents, existing, { payment_method: paymentMethod });
  }
  const intent = newPaymentIntent({
    id: world.ids.next('paymentIntent'),
    secret: world.ids.next('secret'),
    now: world.clock.accountNow(),
    customer: invoice.customer,
    paymentMethod,
    amount: invoice.amount_due,
    currency: invoice.currency,
    description: 'Subscription update',
    metadata: {},
    receiptEmail: null,
    savesCard: true,
  });
  world.create(paymentIntents, intent, 'payment_intent.created');
  linkPayment(world, invoice, intent.id);
  return intent;
}

export function linkPayment(world: World, invoice: Invoice, paymentIntent: string): InvoicePayment {
  return world.create(
    world.shelves.invoicePayments,
    openInvoicePayment(invoice, {
      id: world.ids.next('invoicePayment'),
      now: world.now(),
      paymentIntent,
    }),
  );
}

function paymentFor(world: World, invoice: Invoice): InvoicePayment | null {
  const [payment] = world.shelves.invoicePayments.where(({ invoice: id }) => id === invoice.id);
  return payment ?? null;
}
