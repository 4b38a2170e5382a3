/** The customer portal's page: plan, card, invoices, and what it asks before it changes a card or ends a plan. */
import { brandOf } from '../billing/cards.js';
import { moneyText } from '../billing/money.js';
import { currentPeriod, isOver } from '../billing/subscription-rules.js';
import { productNames } from '../billing/drafting.js';
import { scheduleOf } from '../billing/phases.js';
import { mayChange } from '../portal/plan-rules.js';
import { FEEDBACK } from '../resources/subscription-parameters.js';
import type {
  Invoice,
  SchedulePhase,
  Subscription,
  SubscriptionSchedule,
} from '../stripe-objects.js';
import { cardFields, field, testCards } from './fields.js';
import { html, type Html } from './html.js';
import type { Page } from './layout.js';
import { portal, type PortalView } from './portal-frame.js';
import { dateText, priceText } from './wording.js';

export function overviewPage(view: PortalView): Page {
  const { world, customer, configuration } = view;
  const { features } = configuration;
  const theirs = world.shelves.subscriptions
    .newestFirst()
    .filter((subscription) => subscription.customer === customer.id && !isOver(subscription));
  return portal(
    view,
    html`<section class="panel" aria-labelledby="plan">
        <h1 id="plan">${configuration.business_profile.headline ?? 'Current plan'}</h1>
        ${theirs.length === 0 ? html`<p>No current plan.</p>` : theirs.map((subscription) => planOf(view, subscription))}
      </section>
      ${features.payment_method_update.enabled ? cardPanel(view, theirs) : null}
      ${features.customer_update.allowed_updates.includes('email') && features.customer_update.enabled ? emailPanel(view) : null}
      ${features.invoice_history.enabled ? invoicePanel(view) : null}`,
  );
}

function planOf(view: PortalView, subscription: Subscription): Html {
  const names = productNames(view.world, subscription.items.data);
  const { subscription_cancel: cancel, subscription_update: update } = view.configuration.features;
  const later = plannedChange(view, subscription);
  return html`<div class="field">
    ${subscription.items.data.map(
      (item) =>
        html`<h2>${names.get(item.price.product)}</h2>
          <p class="price">${priceText(item.price, item.quantity ?? 1)}</p>`,
    )}
    <p>${standing(subscription)}</p>
    ${later}
    ${
      mayChange(subscription, update)
        ? html`<a class="button" href="${view.path}?view=update&amp;subscription=${subscription.id}"
            >Update plan</a
          >`
        : null
    }
    ${cancel.enabled ? cancelButton(view, subscription) : null}
  </div>`;
}

/** What comes after the paid period, and the way to stay as it is. */
function plannedChange(view: PortalView, subscription: Subscription): Html | null {
  const next = nextPhase(scheduleOf(view.world, subscription), view.world.now());
  const [item] = next?.items ?? [];
  const price = view.world.shelves.prices.get(item?.price ?? '');
  if (!next || !item || !price) return null;
  return html`<p>
      Changes to ${priceText(price, item.quantity ?? 1)} on ${dateText(next.start_date)}.
    </p>
    <form method="post" action="${view.path}">
      <input type="hidden" name="subscription" value="${subscription.id}" />
      <button type="submit" name="action" value="keep">Keep current plan</button>
    </form>`;
}

function nextPhase(schedule: SubscriptionSchedule | null, now: number): SchedulePhase | null {
  return schedule?.phases.find(({ start_date: start }) => start > now) ?? null;
}

function standing(subscription: Subscription): string {
  const { cancel_at: cancelAt, status } = subscription;
  const { end } = currentPeriod(subscription);
  if (cancelAt !== null) return `Your plan will be canceled on ${dateText(cancelAt)}.`;
  if (status === 'trialing') return `Your free trial ends on ${dateText(end)}.`;
  if (status === 'past_due' || status === 'unpaid')
    return 'Your last payment failed. Please update your card.';
  if (status === 'paused') return 'Your plan is paused.';
  return `Your plan renews on ${dateText(end)}.`;
}

function cancelButton(view: PortalView, subscription: Subscription): Html {
  if (subscription.cancel_at === null) {
    return html`<a
      class="button"
      href="${view.path}?view=cancel&amp;subscription=${subscription.id}"
      >Cancel plan</a
    >`;
  }
  return html`<form method="post" action="${view.path}">
    <input type="hidden" name="subscription" value="${subscription.id}" />
    <button type="submit" name="action" value="resume">Don’t cancel plan</button>
  </form>`;
}

function cardPanel(view: PortalView, theirs: readonly Subscription[]): Html {
  const id =
    theirs[0]?.default_payment_method ??
    view.customer.invoice_settings.default_payment_method ??
    '';
  const card = view.world.shelves.paymentMethods.get(id)?.card;
  const number = view.world.shelves.cardNumbers.get(id)?.number ?? '';
  return html`<section class="panel" aria-labelledby="card">
    <h2 id="card">Payment method</h2>
    <p>
      ${
        card
          ? `${brandOf(number).name} •••• ${card.last4}, expires ${String(card.exp_month).padStart(2, '0')}/${card.exp_year}`
          : 'No card on file.'
      }
    </p>
    <a class="button" href="${view.path}?view=card">Update card</a>
  </section>`;
}

function emailPanel(view: PortalView): Html {
  return html`<section class="panel" aria-label="Billing information">
    <form method="post" action="${view.path}" novalidate>
      ${field({
        name: 'email',
        label: 'Billing email',
        type: 'email',
        value: view.typed.text('email') || (view.customer.email ?? ''),
        problem: view.problem,
        autocomplete: 'email',
      })}
      <button type="submit" name="action" value="email">Save</button>
    </form>
  </section>`;
}

function invoicePanel({ world, customer }: PortalView): Html {
  const invoices = world.shelves.invoices
    .newestFirst()
    .filter((invoice) => invoice.customer === customer.id && invoice.status !== 'draft');
  return html`<section class="panel" aria-labelledby="invoices">
    <h2 id="invoices">Invoice history</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Amount</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        ${invoices.map(invoiceRow)}
      </tbody>
    </table>
  </section>`;
}

function invoiceRow(invoice: Invoice): Html {
  return html`<tr>
    <td><a href="/i/${invoice.id}">${dateText(invoice.created)}</a></td>
    <td>${moneyText(invoice.total, invoice.currency)}</td>
    <td>${invoice.status}</td>
  </tr>`;
}

export function cardPage(view: PortalView): Page {
  return portal(
    view,
    html`<section class="panel">
      <h1>Update card</h1>
      <form method="post" action="${view.path}" novalidate>
        ${cardFields(view.typed, view.problem)}
        <div class="buttons">
          <button type="submit" class="main" name="action" value="card">Update</button>
          <a class="button" href="${view.path}?view=overview">Go back</a>
        </div>
      </form>
      ${testCards}
    </section>`,
  );
}

const REASONS: Record<(typeof FEEDBACK)[number], string> = {
  customer_service: 'Customer service was less than expected',
  low_quality: 'Quality was less than expected',
  missing_features: 'Some features are missing',
  other: 'Other reason',
  switched_service: "I'm switching to a different service",
  too_complex: 'It is too complex',
  too_expensive: 'It is too expensive',
  unused: "I don't use it enough",
};

export function cancelPage(view: PortalView, subscription: Subscription): Page {
  const { cancellation_reason: reason, mode } = view.configuration.features.subscription_cancel;
  const { end } = currentPeriod(subscription);
  const options = FEEDBACK.filter((option) => reason.options.includes(option));
  const when =
    mode === 'immediately'
      ? 'Your plan will be canceled at once.'
      : `Your plan will be canceled, but is still available until ${dateText(end)}.`;
  return portal(
    view,
    html`<section class="panel">
      <h1>Cancel your plan</h1>
      <p>${when} If you change your mind, you can renew it.</p>
      <form method="post" action="${view.path}" novalidate>
        <input type="hidden" name="subscription" value="${subscription.id}" />
        ${
          reason.enabled
            ? html`<div class="field">
                  <label for="feedback">Why are you leaving?</label>
                  <select id="feedback" name="feedback">
                    <option value="">I would rather not say</option>
                    ${options.map((option) => html`<option value="${option}">${REASONS[option]}</option>`)}
                  </select>
                </div>
                <div class="field">
                  <label for="comment">Anything else?</label>
                  <textarea id="comment" name="comment" rows="3"></textarea>
                </div>`
            : null
        }
        <div class="buttons">
          <button class="main" type="submit" name="action" value="cancel">Cancel plan</button>
          <a class="button" href="${view.path}?view=overview">Go back</a>
        </div>
      </form>
    </section>`,
  );
}
