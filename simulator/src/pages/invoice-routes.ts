/** /i/:id: the page of one invoice, on which an open one can be paid by hand. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { stepFor } from '../billing/customer-time.js';
import { AUTHENTICATION_FAILED } from '../billing/cards.js';
import { isDeleted } from '../billing/owners.js';
import { collect, type Collected } from '../billing/collecting.js';
import { moneyText } from '../billing/money.js';
import { attachCard, saveCard } from '../billing/paying.js';
import { readCard } from '../checkout/card-entry.js';
import type { Simulator } from '../simulator.js';
import type { Invoice } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import {
  alert,
  CARD_FIELD_NAMES,
  cardFields,
  EMPTY_FORM,
  testCards,
  typedCard,
  typedForm,
  type Problem,
  type TypedForm,
} from './fields.js';
import { html, type Html } from './html.js';
import { sendMessage, sendPage } from './layout.js';
import { dateText } from './wording.js';

interface Address {
  Params: { id: string };
  Querystring: { authentication?: string };
}

export function registerInvoice(server: FastifyInstance, { world }: Simulator): void {
  server.get<Address>('/i/:id', (request, reply) => {
    const invoice = world.shelves.invoices.get(request.params.id);
    const failed = request.query.authentication === 'failed';
    const problem = failed ? { field: null, message: AUTHENTICATION_FAILED } : null;
    return show(reply, invoice, EMPTY_FORM, problem, 200);
  });

  server.post<Address>('/i/:id', (request, reply) => {
    const invoice = world.shelves.invoices.get(request.params.id);
    if (invoice?.status !== 'open') return show(reply, invoice, EMPTY_FORM, null, 200);
    if (isDeleted(world, invoice.customer)) {
      const problem = { field: null, message: 'This invoice can no longer be paid.' };
      return show(reply, invoice, EMPTY_FORM, problem, 400);
    }
    const typed = typedForm(request);
    const withNewCard = typed.text('action') === 'pay-with-card';
    const entry = withNewCard ? readCard(typedCard(typed), world.now()) : null;
    if (entry && !entry.ok) {
      const problem = { field: CARD_FIELD_NAMES[entry.field], message: entry.refusal.message };
      return show(reply, invoice, typed, problem, 400);
    }
    const collected = stepFor(world, invoice.customer, () => {
      if (!entry) return collect(world, invoice, { automatic: false });
      const card = saveCard(world, entry.card, {
        address: null,
        email: invoice.customer_email,
        name: typed.text('billingName') || null,
        phone: null,
      });
      attachCard(world, card.id, invoice.customer ?? '');
      return collect(world, invoice, { automatic: false, paymentMethod: card.id });
    });
    return goOn(world, reply, collected, typed);
  });
}

function goOn(
  world: World,
  reply: FastifyReply,
  collected: Collected,
  typed: TypedForm,
): FastifyReply {
  const { invoice } = collected;
  switch (collected.kind) {
    case 'paid':
      return reply.redirect(`/i/${invoice.id}`, 303);
    case 'refused': {
      const problem = { field: null, message: collected.refusal.message };
      return show(reply, world.shelves.invoices.get(invoice.id), typed, problem, 402);
    }
    case 'requires-action':
      world.shelves.authentications.put({
        id: collected.intent.id,
        paymentMethod: collected.intent.payment_method ?? '',
        returnTo: { kind: 'invoice', invoice: invoice.id },
      });
      return reply.redirect(`/3ds/${collected.intent.id}`, 303);
  }
}

function show(
  reply: FastifyReply,
  invoice: Invoice | undefined,
  typed: TypedForm,
  problem: Problem | null,
  status: number,
): FastifyReply {
  if (!invoice || invoice.status === 'draft') {
    return sendMessage(reply, {
      title: 'Page not found',
      text: 'There is no invoice at this address.',
      status: 404,
    });
  }
  return sendPage(reply, {
    title: `Invoice ${invoice.number ?? ''}`,
    narrow: true,
    status,
    body: html`<section class="panel">
        ${alert(problem)}
        <h1>Invoice ${invoice.number}</h1>
        <p class="quiet">${dateText(invoice.created)} · ${statusText(invoice)}</p>
        <dl class="sums">
          ${invoice.lines.data.map(
            (line) =>
              html`<div>
                <dt>${line.description}</dt>
                <dd>${moneyText(line.amount, line.currency)}</dd>
              </div>`,
          )}
          ${sum('Discount', -sumOf(invoice.total_discount_amounts), invoice.currency)}
          ${sum('Tax', sumOf(invoice.total_taxes), invoice.currency)}
          <div class="total">
            <dt>Amount due</dt>
            <dd>${moneyText(invoice.amount_due, invoice.currency)}</dd>
          </div>
        </dl>
      </section>
      ${invoice.status === 'open' ? payment(invoice, typed, problem) : null}`,
  });
}

function statusText(invoice: Invoice): string {
  const { paid_at: paidAt } = invoice.status_transitions;
  return paidAt === null ? (invoice.status ?? '') : `paid on ${dateText(paidAt)}`;
}

function payment(invoice: Invoice, typed: TypedForm, problem: Problem | null): Html {
  const amount = moneyText(invoice.amount_remaining, invoice.currency);
  return html`<section class="panel">
    <form method="post" action="/i/${invoice.id}" novalidate>
      <p>
        <button class="main" type="submit" name="action" value="pay">
          Pay ${amount} with the card on file
        </button>
      </p>
    </form>
    <h2>Or with another card</h2>
    <form method="post" action="/i/${invoice.id}" novalidate>
      ${cardFields(typed, problem)}
      <button type="submit" name="action" value="pay-with-card">Pay ${amount}</button>
    </form>
    ${testCards}
  </section>`;
}

const sumOf = (parts: readonly { amount: number }[] | null): number =>
  (parts ?? []).reduce((whole, { amount }) => whole + amount, 0);

/** A line for what discounts take off or tax adds; none where that is nothing. */
function sum(label: string, amount: number, currency: string): Html | null {
  if (amount === 0) return null;
  return html`<div>
    <dt>${label}</dt>
    <dd>${moneyText(amount, currency)}</dd>
  </div>`;
}
