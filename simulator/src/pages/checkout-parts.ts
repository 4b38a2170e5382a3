/** The parts of a Checkout page's form: who pays, how many, the code, the address and the terms. */
import type { CheckoutSession, Customer, LineItem } from '../stripe-objects.js';
import { COUNTRIES } from './countries.js';
import { field, type Problem, type TypedForm } from './fields.js';
import { html, type Html } from './html.js';

export interface FormView {
  session: CheckoutSession;
  customer: Customer | null;
  typed: TypedForm;
  problem: Problem | null;
}

/** The Enter key presses a form's first button; without this one that would be "Apply" or "Update". */
export const DEFAULT_BUTTON = html`<button
  class="unseen"
  type="submit"
  name="action"
  value="pay"
  tabindex="-1"
  aria-hidden="true"
>
  Pay
</button>`;

export function contact({ session, typed, problem }: FormView): Html {
  const known = session.customer_details?.email ?? null;
  const email =
    known === null
      ? field({
          name: 'email',
          label: 'Email',
          type: 'email',
          value: typed.text('email'),
          problem,
          autocomplete: 'email',
        })
      : html`<p><span class="quiet">Email</span><br />${known}</p>`;
  const phone = session.phone_number_collection?.enabled
    ? field({
        name: 'phone',
        label: 'Phone number',
        value: typed.text('phone'),
        problem,
        autocomplete: 'tel',
      })
    : null;
  return html`${email} ${phone}`;
}

export function quantities(items: readonly LineItem[]): (Html | null)[] {
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

/** The box for a code; once one is on the session, the way to take it off. */
export function promotionCode({ session, typed, problem }: FormView, applied: string | null): Html {
  if (session.discounts?.length) {
    return html`<div class="field with-button">
      <p class="good">${applied}</p>
      <button type="submit" name="action" value="remove-code">Remove code</button>
    </div>`;
  }
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

/** Where tax is reckoned by it, the country alone is enough; a required billing address is asked for whole. */
export function address({ session, customer, typed, problem }: FormView): Html {
  const known = customer?.address;
  const chosen = typed.text('country') || known?.country;
  const part = (name: string, label: string, value: string | null | undefined, auto: string) =>
    field({ name, label, value: typed.text(name) || (value ?? ''), problem, autocomplete: auto });
  const isWhole = session.billing_address_collection === 'required';
  return html`<fieldset>
    <legend>Billing address</legend>
    <div class="field">
      <label for="country">Country or region</label>
      <div class="with-button">
        <select id="country" name="country" autocomplete="country">
          <option value="">Choose…</option>
          ${COUNTRIES.map(
            ({ code, name }) =>
              html`<option value="${code}" ${code === chosen ? html`selected` : null}>
                ${name}
              </option>`,
          )}
        </select>
        <button type="submit" name="action" value="update">Update</button>
      </div>
    </div>
    ${isWhole ? part('addressLine', 'Address', known?.line1, 'address-line1') : null}
    ${isWhole ? part('postalCode', 'Postal code', known?.postal_code, 'postal-code') : null}
    ${isWhole ? part('city', 'City', known?.city, 'address-level2') : null}
  </fieldset>`;
}

export function terms({ session, typed, problem }: FormView): Html {
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
