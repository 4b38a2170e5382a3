/** /v1/invoice_payments: which payment belongs to which invoice. The only way from a charge to its subscription. */
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch } from '../http/errors.js';
import { inRange, listOf, PAGE, page } from '../http/pagination.js';
import { hash, oneOf, range, required, text } from '../http/rules.js';
import type { InvoicePayment, List } from '../stripe-objects.js';
import type { World } from '../world/world.js';

/** An invoice shows its payments only when they are expanded. */
export function paymentsOf(world: World, invoice: string): List<InvoicePayment> {
  const found = world.shelves.invoicePayments.where((payment) => payment.invoice === invoice);
  return listOf(found, false, `/v1/invoice_payments?invoice=${invoice}`);
}

/** What a page needs to confirm the invoice's payment; nothing once there is none to make. */
export function confirmationSecretOf(world: World, invoice: string): object | null {
  const [payment] = world.shelves.invoicePayments.where(
    (each) => each.invoice === invoice && each.status === 'open',
  );
  const intent = world.shelves.paymentIntents.get(payment?.payment.payment_intent ?? '');
  if (!intent) return null;
  return { client_secret: intent.client_secret, type: 'payment_intent' };
}

export const invoicePayments: Endpoint[] = [
  endpoint('GET', '/v1/invoice_payments/:id', {}, ({ world, id }) => {
    const payment = world.shelves.invoicePayments.get(id);
    if (!payment) throw noSuch('invoice_payment', id);
    return payment;
  }),

  endpoint(
    'GET',
    '/v1/invoice_payments',
    {
      ...PAGE,
      created: range(),
      invoice: text(),
      payment: hash({
        payment_intent: text(),
        payment_record: text(),
        type: required(oneOf('payment_intent', 'payment_record')),
      }),
      status: oneOf('canceled', 'open', 'paid'),
    },
    ({ world, params }) => {
      const intent = params.payment?.payment_intent;
      if (params.payment?.type === 'payment_intent' && intent === undefined) {
        throw invalidParameter(
          'Missing required param: payment[payment_intent].',
          'payment[payment_intent]',
          'parameter_missing',
        );
      }
      const found = world.shelves.invoicePayments
        .newestFirst()
        .filter(
          (payment) =>
            inRange(payment.created, params.created) &&
            (params.invoice ?? payment.invoice) === payment.invoice &&
            (params.payment?.type ?? payment.payment.type) === payment.payment.type &&
            (intent ?? payment.payment.payment_intent) === payment.payment.payment_intent &&
            (params.status ?? payment.status) === payment.status,
        );
      return page(found, params, '/v1/invoice_payments');
    },
  ),
];
