/** Groups of parameters that several endpoints share. */
import { currencyNames, isCurrency } from '../billing/money.js';
import { invalidParameter } from '../http/errors.js';
import { clearable, hash, list, text, type Params } from '../http/rules.js';
import type { Address } from '../stripe-objects.js';

export const ADDRESS = {
  city: clearable(text()),
  country: clearable(text()),
  line1: clearable(text()),
  line2: clearable(text()),
  postal_code: clearable(text()),
  state: clearable(text()),
};

export function addressFrom(params: Params<typeof ADDRESS>): Address {
  return {
    city: params.city ?? null,
    country: params.country ?? null,
    line1: params.line1 ?? null,
    line2: params.line2 ?? null,
    postal_code: params.postal_code ?? null,
    state: params.state ?? null,
  };
}

export const SHIPPING = {
  address: hash(ADDRESS),
  name: text(),
  phone: clearable(text()),
};

export function shippingFrom({ address, name, phone }: Params<typeof SHIPPING>) {
  return {
    address: addressFrom(address ?? {}),
    carrier: null,
    name: name ?? '',
    phone: phone ?? null,
    tracking_number: null,
  };
}

export const BILLING_DETAILS = {
  address: clearable(hash(ADDRESS)),
  email: clearable(text()),
  name: clearable(text()),
  phone: clearable(text()),
};

export const CUSTOM_FIELDS = list(hash({ name: text(), value: text() }), { max: 4 });

/** Currencies are written in small letters, however they are asked for. */
export function supportedCurrency(given: string, param = 'currency'): string {
  const currency = given.toLowerCase();
  if (isCurrency(currency)) return currency;
  throw invalidParameter(
    `Invalid currency: ${currency}. Stripe currently supports these currencies: ${currencyNames()}`,
    param,
  );
}
