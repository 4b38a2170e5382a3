/** Saves a card the old way, as a customer's `source`; it is a payment method of the same id as well. */
import type { Customer, DeletedCustomer, PaymentMethod, Source } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { attachCard, saveCard } from './paying.js';
import type { TypedCard } from './payment-objects.js';

/** The first source of a customer becomes the default one. */
export function saveSource(world: World, customer: Customer, card: TypedCard): Source {
  const nobody = { address: null, email: null, name: null, phone: null };
  const { id } = saveCard(world, card, nobody, 'card');
  const source = newSource(attachCard(world, id, customer.id), customer.id);
  world.create(world.shelves.sources, source, 'customer.source.created');
  if (customer.default_source === null) {
    world.update<Customer | DeletedCustomer>(
      world.shelves.customers,
      customer,
      { default_source: source.id },
      'customer.updated',
    );
  }
  return source;
}

function newSource(paymentMethod: PaymentMethod, customer: string): Source {
  const { card } = paymentMethod;
  if (!card) throw new Error(`Payment method ${paymentMethod.id} is not a card`);
  return {
    id: paymentMethod.id,
    object: 'card',
    address_city: null,
    address_country: null,
    address_line1: null,
    address_line1_check: null,
    address_line2: null,
    address_state: null,
    address_zip: null,
    address_zip_check: null,
    brand: card.brand === 'visa' ? 'Visa' : card.brand,
    country: card.country,
    customer,
    cvc_check: card.checks?.cvc_check ?? null,
    dynamic_last4: null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    fingerprint: card.fingerprint ?? null,
    funding: card.funding,
    last4: card.last4 ?? '',
    metadata: {},
    name: null,
    regulated_status: card.regulated_status,
    tokenization_method: null,
  };
}
