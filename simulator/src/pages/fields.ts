/** Form fields that several pages share, and what a person typed into them. */
import type { FastifyRequest } from 'fastify';
import { parseForm, type FormHash } from '../http/form.js';
import type { CardField } from '../checkout/card-entry.js';
import { html, type Html } from './html.js';

export interface Problem {
  /** The name of the field it belongs to; null for the whole form. */
  field: string | null;
  message: string;
}

export interface TypedForm {
  text(name: string): string;
  form: FormHash;
}

export function typedForm(request: FastifyRequest): TypedForm {
  const form = typeof request.body === 'string' ? parseForm(request.body) : {};
  return {
    form,
    text(name) {
      const value = form[name];
      return typeof value === 'string' ? value.trim() : '';
    },
  };
}

export const EMPTY_FORM: TypedForm = { form: {}, text: () => '' };

interface Field {
  name: string;
  label: string;
  value: string;
  problem: Problem | null;
  autocomplete: string;
  type?: 'text' | 'email';
  numeric?: boolean;
  placeholder?: string;
}

export function field(given: Field): Html {
  const { name, problem } = given;
  const mine = problem?.field === name ? problem : null;
  return html`<div class="field">
    <label for="${name}">${given.label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${given.type ?? 'text'}"
      value="${given.value}"
      autocomplete="${given.autocomplete}"
      placeholder="${given.placeholder ?? ''}"
      ${given.numeric ? html`inputmode="numeric"` : null}
      ${mine ? html`aria-invalid="true" aria-describedby="${name}-problem" autofocus` : null}
    />
    ${mine && html`<p class="problem" id="${name}-problem">${mine.message}</p>`}
  </div>`;
}

export function alert(problem: Problem | null): Html | null {
  return problem && html`<div role="alert">${problem.message}</div>`;
}

/** The names of the card's fields on the page. */
export const CARD_FIELD_NAMES: Record<CardField, string> = {
  number: 'cardNumber',
  expiry: 'cardExpiry',
  cvc: 'cardCvc',
};

/** Number and security code are never written back into a page. */
export function cardFields(typed: TypedForm, problem: Problem | null): Html {
  return html`<fieldset>
    <legend>Card information</legend>
    ${field({ name: 'cardNumber', label: 'Card number', value: '', problem, autocomplete: 'cc-number', numeric: true, placeholder: '4242 4242 4242 4242' })}
    <div class="pair">
      ${field({ name: 'cardExpiry', label: 'Expiration', value: typed.text('cardExpiry'), problem, autocomplete: 'cc-exp', numeric: true, placeholder: 'MM / YY' })}
      ${field({ name: 'cardCvc', label: 'CVC', value: '', problem, autocomplete: 'cc-csc', numeric: true, placeholder: '123' })}
    </div>
    ${field({ name: 'billingName', label: 'Cardholder name', value: typed.text('billingName'), problem, autocomplete: 'cc-name', placeholder: 'Full name on card' })}
  </fieldset>`;
}

export function typedCard(typed: TypedForm): { number: string; expiry: string; cvc: string } {
  return {
    number: typed.text('cardNumber'),
    expiry: typed.text('cardExpiry'),
    cvc: typed.text('cardCvc'),
  };
}

export const testCards: Html = html`<details>
  <summary>Test cards</summary>
  <ul>
    <li>4242 4242 4242 4242 works</li>
    <li>4000 0000 0000 0002 is declined</li>
    <li>4000 0000 0000 0341 saves, then every charge is declined</li>
    <li>4000 0025 0000 3155 wants 3-D Secure once</li>
    <li>4000 0027 6000 3184 wants 3-D Secure every time</li>
  </ul>
  <p class="quiet">Any future date and any security code.</p>
</details>`;
