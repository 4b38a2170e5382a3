/** Whether an answer is of the kind that was asked for: anything in between may answer JSON, too. */

/** Names that stand before the kind: `/v1/checkout/sessions` are of the kind `checkout.session`. */
const families = new Set(['billing_portal', 'checkout']);

/** Asked for by a name that is no list's. */
const single = new Set(['account']);

/**
 * @param path like `/v1/customers/cus_1?expand[0]=…`
 * @returns Stripe's word for what it answers there, and whether by the list
 */
export function kindAskedFor(method: string, path: string): { kind: string; isList: boolean } {
  const [, , ...names] = (path.split('?')[0] ?? '').split('/');
  const depth = families.has(names[0] ?? '') ? 2 : 1;
  const name = names.slice(0, depth).join('.');
  const isList = method === 'GET' && names.length === depth && !single.has(name);
  return { kind: name.replace(/s$/, ''), isList };
}

/** @param answer parsed JSON */
export function isAnswerTo(answer: unknown, method: string, path: string): boolean {
  // Whatever was asked for, this is how Stripe says no.
  if (isObject(answer) && isObject(answer['error'])) return true;
  const { kind, isList } = kindAskedFor(method, path);
  if (!isList) return isOfKind(answer, kind);
  if (!isOfKind(answer, 'list')) return false;
  const { data, has_more: hasMore } = answer;
  return (
    typeof hasMore === 'boolean' &&
    Array.isArray(data) &&
    data.every((each) => isOfKind(each, kind) && typeof each['id'] === 'string')
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOfKind = (value: unknown, kind: string): value is Record<string, unknown> =>
  isObject(value) && value['object'] === kind;
