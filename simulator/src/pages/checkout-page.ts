// The page of a Checkout Session: what is bought, what it costs, and the card.
import { dueToday, trialEndOf, withQuantities } from '../checkout/amounts.js';
import { moneyText } from '../billing/money.js';
import type { CheckoutSession, LineItem } from '../stripe-objects.js';
import type { CheckoutPlan } from '../world/private-records.js';
import { alert, cardFields, field, testCards, type Problem, type TypedForm } from './fields.js';
import { html, type Html } from './html.js';
import type { Page } from './layout.js';
import { dateText, offerText, priceText } from './wording.js';

/** The Enter key presses a form's first button; without this one that would be "Apply" or "Update". */
const DEFAULT_BUTTON = html`<button
  class="unseen"
  type="submit"
  name="action"
  value="pay"
  tabindex="-1"
  aria-hidden="true"
>
  Pay
</button>`;

export interface CheckoutView {
  session: CheckoutSession;
  plan: CheckoutPlan;
  now: number;
  wantsCard: boolean;
  typed: TypedForm;
  quantities: Record<string, number>;
  problem: Problem | null;
  status: number;
}

export function checkoutPage(view: CheckoutView): Page {
  const { session, plan, now } = view;
  const items = withQuantities(plan.lineItems, view.quantities);
  return {
    title: `${items[0]?.description ?? 'Checkout'} · Checkout`,
    status: view.status,
    leadsTo: [session.success_url, session.cancel_url],
    body: html`<section aria-labelledby="summary">
        ${session.cancel_url && html`<p><a href="${session.cancel_url}">← Back</a></p>`}
        <h1 id="summary">${heading(session, items)}</h1>
        <p class="price">${offerText(plan, items, now)}</p>
        ${sums(plan, items, now)}
      </section>
      <section class="panel" aria-label="Payment details">
        ${alert(view.problem)}
        <form method="post" action="/c/pay/${session.id}" novalidate>
          ${DEFAULT_BUTTON} ${contact(view)} ${quantities(items)}
          ${view.wantsCard ? cardFields(view.typed, view.problem) : null}
          ${session.allow_promotion_codes ? promotionCode(view) : null}
          ${session.consent_collection?.terms_of_service === 'required' ? terms(view) : null}
          <button class="main" type="submit" name="action" value="pay">
            ${buttonText(view, items)}
          </button>
          ${session.custom_text.submit && html`<p class="quiet">${session.custom_text.submit.message}</p>`}
        </form>
        ${view.wantsCard ? testCards : null}
      </section>`,
  };
}

function heading(session: CheckoutSession, items: readonly LineItem[]): string {
  const name = items[0]?.description ?? 'your order';
  return session.mode === 'subscription' ? `Subscribe to ${name}` : `Pay for ${name}`;
}

function sums(plan: CheckoutPlan, items: readonly LineItem[], now: number): Html {
  const trialEnd = trialEndOf(plan, now);
  const currency = items[0]?.currency ?? 'usd';
  const due = dueToday(items, trialEnd !== null);
  const later = items.reduce((sum, item) => sum + item.amount_total, 0);
  return html`<dl class="sums">
    ${items.map(
      (item) =>
        html`<div>
          <dt>
            ${item.description}${(item.quantity ?? 1) > 1 ? html` <span class="quiet">× ${item.quantity}</span>` : null}
          </dt>
          <dd>${item.price && priceText(item.price, item.quantity ?? 1)}</dd>
        </div>`,
    )}
    ${
      trialEnd !== null &&
      html`<div>
        <dt>Total after trial, on ${dateText(trialEnd)}</dt>
        <dd>${moneyText(later, currency)}</dd>
      </div>`
    }
    <div class="total">
      <dt>Total due today</dt>
      <dd>${moneyText(due, currency)}</dd>
    </div>
  </dl>`;
}

function contact({ session, typed, problem }: CheckoutView): Html {
  const known = session.customer_details?.email ?? null;
  if (known !== null) {
    return html`<p><span class="quiet">Email</span><br />${known}</p>`;
  }
  return field({
    name: 'email',
    label: 'Email',
    type: 'email',
    value: typed.text('email'),
    problem,
    autocomplete: 'email',
  });
}

function quantities(items: readonly LineItem[]): (Html | null)[] {
  return items.map((item) => {
    const bounds = item.adjustable_quantity;
    if (!bounds?.enabled) return null;
    const name = `quantity[${item.id}]`;
    return html`<div class="field">
      <label for="${name}">Quantity of ${item.description}</label>
      <div class="with-button">
        <input
          id="${name}"
          name="${name}"
          type="number"
          value="${item.quantity ?? 1}"
          min="${bounds.minimum ?? 0}"
          max="${bounds.maximum ?? 99}"
          inputmode="numeric"
        />
        <button type="submit" name="action" value="update">Update</button>
      </div>
    </div>`;
  });
}

function promotionCode({ typed, problem }: CheckoutView): Html {
  const wrong = problem?.field === 'promotionCode';
  return html`<div class="field">
    <label for="promotionCode">Promotion code</label>
    <div class="with-button">
      <input
        id="promotionCode"
        name="promotionCode"
        type="text"
        value="${typed.text('promotionCode')}"
        autocomplete="off"
        ${wrong ? html`aria-invalid="true"` : null}
      />
      <button type="submit" name="action" value="apply">Apply</button>
    </div>
  </div>`;
}

function terms({ session, typed, problem }: CheckoutView): Html {
  const wrong = problem?.field === 'terms';
  const text =
    session.custom_text.terms_of_service_acceptance?.message ?? 'I agree to the terms of service';
  return html`<div class="field check">
    <input
      id="terms"
      name="terms"
      type="checkbox"
      value="yes"
      ${typed.text('terms') ? html`checked` : null}
      ${wrong ? html`aria-invalid="true" autofocus` : null}
    />
    <label for="terms">${text}</label>
  </div>`;
}

function buttonText({ session, plan, now }: CheckoutView, items: readonly LineItem[]): string {
  if (session.mode !== 'subscription') {
    const due = dueToday(items, false);
    return `Pay ${moneyText(due, items[0]?.currency ?? 'usd')}`;
  }
  return trialEndOf(plan, now) === null ? 'Subscribe' : 'Start trial';
}
