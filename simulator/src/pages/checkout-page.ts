/** The page of a Checkout Session: what is bought, what it costs, and the form that buys it. */
import { moneyText } from '../billing/money.js';
import type { Redemption } from '../billing/redemption-rules.js';
import { trialEndOf, type Quote, type Sums } from '../checkout/amounts.js';
import type { CheckoutSession, LineItem } from '../stripe-objects.js';
import type { CheckoutPlan } from '../world/private-records.js';
import {
  address,
  contact,
  DEFAULT_BUTTON,
  promotionCode,
  quantities,
  terms,
  type FormView,
} from './checkout-parts.js';
import { alert, cardFields, testCards } from './fields.js';
import { html, type Html } from './html.js';
import type { Page } from './layout.js';
import { dateText, discountText, offerText, priceText } from './wording.js';

export interface CheckoutView extends FormView {
  plan: CheckoutPlan;
  now: number;
  quote: Quote;
  /** What the card is charged today. */
  due: number;
  redemptions: readonly Redemption[];
  wantsCard: boolean;
  wantsAddress: boolean;
  status: number;
}

export function checkoutPage(view: CheckoutView): Page {
  const { session, plan, now } = view;
  const { items } = view.quote;
  return {
    title: `${items[0]?.description ?? 'Checkout'} · Checkout`,
    status: view.status,
    leadsTo: [session.success_url, session.cancel_url],
    body: html`<section aria-labelledby="summary">
        ${session.cancel_url && html`<p><a href="${session.cancel_url}">← Back</a></p>`}
        <h1 id="summary">${heading(session, items)}</h1>
        <p class="price">${offerText(plan, items, now)}</p>
        ${sums(view)}
      </section>
      <section class="panel" aria-label="Payment details">
        ${alert(view.problem)}
        <form method="post" action="/c/pay/${session.id}" novalidate>
          ${DEFAULT_BUTTON} ${contact(view)} ${quantities(items)}
          ${view.wantsCard ? cardFields(view.typed, view.problem) : null}
          ${view.wantsAddress ? address(view) : null}
          ${session.allow_promotion_codes ? promotionCode(view, appliedText(view)) : null}
          ${session.consent_collection?.terms_of_service === 'required' ? terms(view) : null}
          <button class="main" type="submit" name="action" value="pay">${buttonText(view)}</button>
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

function appliedText({ redemptions }: CheckoutView): string | null {
  const [redemption] = redemptions;
  return redemption ? discountText(redemption) : null;
}

function sums(view: CheckoutView): Html {
  const { items, later, today } = view.quote;
  const trialEnd = trialEndOf(view.plan, view.now);
  const currency = items[0]?.currency ?? 'usd';
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
    ${changes(view, later, currency)}
    ${
      trialEnd !== null &&
      html`<div>
        <dt>Total after trial, on ${dateText(trialEnd)}</dt>
        <dd>${moneyText(later.total, currency)}</dd>
      </div>`
    }
    ${
      view.due !== today.total &&
      html`<div>
        <dt>Applied balance</dt>
        <dd>${moneyText(view.due - today.total, currency)}</dd>
      </div>`
    }
    <div class="total">
      <dt>Total due today</dt>
      <dd>${moneyText(view.due, currency)}</dd>
    </div>
  </dl>`;
}

/** What is taken off, and what tax adds. */
function changes(view: CheckoutView, later: Sums, currency: string): (Html | null)[] {
  const { session } = view;
  return [
    view.redemptions.length > 0
      ? html`<div>
          <dt>${appliedText(view)}</dt>
          <dd>−${moneyText(later.discount, currency)}</dd>
        </div>`
      : null,
    session.automatic_tax.enabled
      ? html`<div>
          <dt>Tax</dt>
          <dd>${moneyText(later.tax, currency)}</dd>
        </div>`
      : null,
  ];
}

function buttonText({ session, plan, now, quote, due }: CheckoutView): string {
  if (session.mode !== 'subscription') {
    return `Pay ${moneyText(due, quote.items[0]?.currency ?? 'usd')}`;
  }
  return trialEndOf(plan, now) === null ? 'Subscribe' : 'Start trial';
}
