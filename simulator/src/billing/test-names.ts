/** The names Stripe's tests give to cards: `pm_card_visa` and `tok_visa` stand for a number nobody has to type. */

/** By the part after `pm_card_` or `tok_`; case does not matter. */
const NUMBERS: Readonly<Record<string, string>> = {
  amex: '378282246310005',
  authenticationrequired: '4000002760003184',
  authenticationrequiredonsetup: '4000002500003155',
  bypasspending: '4000000000000077',
  chargecustomerfail: '4000000000000341',
  chargedeclined: '4000000000000002',
  chargedeclinedexpiredcard: '4000000000000069',
  chargedeclinedincorrectcvc: '4000000000000127',
  chargedeclinedinsufficientfunds: '4000000000009995',
  chargedeclinedlostcard: '4000000000009987',
  chargedeclinedprocessingerror: '4000000000000119',
  chargedeclinedstolencard: '4000000000009979',
  createdispute: '4000000000000259',
  createdisputeinquiry: '4000000000001976',
  createdisputeproductnotreceived: '4000000000002685',
  diners: '3056930009020004',
  discover: '6011111111111117',
  jcb: '3566002020360505',
  mastercard: '5555555555554444',
  mastercard_debit: '5200828282828210',
  mastercard_prepaid: '5105105105105100',
  threedsecure2required: '4000000000003220',
  threedsecureoptional: '4000000000003055',
  threedsecurerequired: '4000000000003063',
  us: '4242424242424242',
  visa: '4242424242424242',
  visa_chargedeclined: '4000000000000002',
  visa_chargedeclinedexpiredcard: '4000000000000069',
  visa_chargedeclinedincorrectcvc: '4000000000000127',
  visa_chargedeclinedinsufficientfunds: '4000000000009995',
  visa_chargedeclinedlostcard: '4000000000009987',
  visa_chargedeclinedprocessingerror: '4000000000000119',
  visa_chargedeclinedstolencard: '4000000000009979',
  visa_debit: '4000056655665556',
};

/** The number a test payment method stands for; null for every other id. */
export function numberOfTestPaymentMethod(id: string): string | null {
  return numberOf('pm_card_', id);
}

/** The number a test token stands for. */
export function numberOfTestToken(id: string): string | null {
  return numberOf('tok_', id);
}

function numberOf(prefix: string, id: string): string | null {
  if (!id.startsWith(prefix)) return null;
  return NUMBERS[id.slice(prefix.length).toLowerCase()] ?? null;
}
