/** The portal's pages for another plan or quantity: the choice, and the question before it is made. */
import { moneyText } from '../billing/money.js';
import { currentPeriod } from '../billing/subscription-rules.js';
import { previewPlan } from '../portal/changing-plan.js';
import {
  judge,
  onlyItem,
  quantityBounds,
  type Judgement,
  type UpdateFeature,
  type Wish,
} from '../portal/plan-rules.js';
import type { Price, Subscription } from '../stripe-objects.js';
import { html, type Html } from './html.js';
import type { Page } from './layout.js';
import { portal, type PortalView } from './portal-frame.js';
import { dateText, priceText } from './wording.js';

/** The prices a member can choose from: those that are offered, and their own. */
function choices(view: PortalView, feature: UpdateFeature, current: Price): Price[] {
  const { prices } = view.world.shelves;
  const offered = feature.default_allowed_updates.includes('price')
    ? (feature.products ?? []).flatMap((product) => product.prices)
    : [];
  return [...new Set([current.id, ...offered])]
    .map((id) => prices.get(id))
    .filter((price) => price !== undefined)
    .filter(
      ({ id, active, currency }) => id === current.id || (active && currency === current.currency),
    );
}

export function updatePage(view: PortalView, subscription: Subscription): Page {
  const feature = view.configuration.features.subscription_update;
  const item = onlyItem(subscription);
  const options = item ? choices(view, feature, item.price) : [];
  const hasQuantity = options.some(({ product }) => quantityBounds(feature, product) !== null);
  return portal(
    view,
    html`<section class="panel">
      <h1>Update your plan</h1>
      <form method="get" action="${view.path}" novalidate>
        <input type="hidden" name="view" value="confirm" />
        <input type="hidden" name="subscription" value="${subscription.id}" />
        <fieldset>
          <legend>Plan</legend>
          ${options.map((price) => option(view, price, price.id === item?.price.id))}
        </fieldset>
        ${hasQuantity ? quantityField(item?.quantity ?? 1) : null}
        <div class="buttons">
          <button class="main" type="submit">Continue</button>
          <a class="button" href="${view.path}?view=overview">Go back</a>
        </div>
      </form>
    </section>`,
  );
}

function option({ world }: PortalView, price: Price, isCurrent: boolean): Html {
  const name = world.shelves.products.get(price.product)?.name ?? price.product;
  return html`<div class="field check">
    <input
      id="${price.id}"
      name="price"
      type="radio"
      value="${price.id}"
      ${isCurrent ? html`checked` : null}
    />
    <label for="${price.id}"
      >${name}: ${priceText(price)}${isCurrent ? ' (current plan)' : null}</label
    >
  </div>`;
}

function quantityField(quantity: number): Html {
  return html`<div class="field">
    <label for="quantity">Quantity</label>
    <input
      id="quantity"
      name="quantity"
      type="number"
      value="${quantity}"
      min="1"
      inputmode="numeric"
    />
  </div>`;
}

/** What is asked for, read from an address or a form; what is not said stays as it is. */
export function wishFrom(
  { world }: PortalView,
  subscription: Subscription,
  asked: { price: string | undefined; quantity: string | undefined },
): Wish | null {
  const item = onlyItem(subscription);
  if (!item) return null;
  const price = asked.price ? world.shelves.prices.get(asked.price) : item.price;
  const quantity = asked.quantity ? Number(asked.quantity) : (item.quantity ?? 1);
  return price ? { price, quantity } : null;
}

export function confirmPage(view: PortalView, subscription: Subscription, wish: Wish): Page {
  const feature = view.configuration.features.subscription_update;
  const judgement = judge(subscription, feature, wish);
  const { price, quantity } = wish;
  const name = view.world.shelves.products.get(price.product)?.name ?? price.product;
  const isPossible = judgement.kind === 'now' || judgement.kind === 'at-period-end';
  return portal(
    view,
    html`<section class="panel">
      <h1>Confirm your updates</h1>
      <h2>${name}${quantity > 1 ? ` × ${quantity}` : null}</h2>
      <p class="price">${isPossible ? priceText(price, quantity) : null}</p>
      <p>${outlook(view, subscription, wish, judgement)}</p>
      <form method="post" action="${view.path}" novalidate>
        <input type="hidden" name="subscription" value="${subscription.id}" />
        <input type="hidden" name="price" value="${price.id}" />
        <input type="hidden" name="quantity" value="${quantity}" />
        <div class="buttons">
          ${
            isPossible &&
            html`<button class="main" type="submit" name="action" value="update">Confirm</button>`
          }
          <a class="button" href="${view.path}?view=update&amp;subscription=${subscription.id}"
            >Go back</a
          >
        </div>
      </form>
    </section>`,
  );
}

function outlook(
  view: PortalView,
  subscription: Subscription,
  wish: Wish,
  judgement: Judgement,
): string {
  const { end } = currentPeriod(subscription);
  switch (judgement.kind) {
    case 'refused':
      return judgement.message;
    case 'unchanged':
      return 'This is your current plan.';
    case 'at-period-end':
      return `Your plan changes on ${dateText(end)}. Until then everything stays as it is.`;
    case 'now':
      return costText(view, subscription, wish, judgement.endsTrial);
  }
}

function costText(
  view: PortalView,
  subscription: Subscription,
  wish: Wish,
  endsTrial: boolean,
): string {
  const feature = view.configuration.features.subscription_update;
  const {
    total,
    currency,
    billing_reason: reason,
  } = previewPlan(view.world, subscription, feature, wish);
  const sum = moneyText(Math.abs(total), currency);
  if (endsTrial) return `Your trial ends now, and you pay ${sum} today.`;
  if (reason === 'upcoming') {
    return `Your plan changes now. Your next invoice is ${sum}, on ${dateText(currentPeriod(subscription).end)}.`;
  }
  return total < 0 ? `You are credited ${sum}.` : `You pay ${sum} today.`;
}
