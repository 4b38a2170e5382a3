/** What a call to Stripe is called where somebody watches: which kind of thing was asked for, never which one. */

/** Stripe's own words; whatever else stands in a path is an id. */
const isWord = /^[a-z_]+$|^v\d$/;

/** @param path like `/v1/customers/cus_1?expand[0]=…` */
export function callName(method: string, path: string): string {
  const [bare = ''] = path.split('?');
  const parts = bare.split('/').map((part) => (part === '' || isWord.test(part) ? part : ':id'));
  return `stripe ${method.toUpperCase()} ${parts.join('/')}`;
}
