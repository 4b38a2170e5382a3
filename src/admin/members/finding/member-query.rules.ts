/** What staff have typed to find somebody: an id, ours or Stripe's, is known by its looks; anything else is words. */

/** Where an id leads straight to one member. */
export type IdKind = 'ours' | 'customer' | 'subscription' | 'invoice' | 'payment';

export type MemberQuery = { by: IdKind; id: string } | { by: 'words'; words: string };

const looks: readonly (readonly [IdKind, RegExp])[] = [
  ['ours', /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i],
  ['customer', /^cus_\w+$/],
  ['subscription', /^sub_\w+$/],
  ['invoice', /^in_\w+$/],
  ['payment', /^pi_\w+$/],
];

/** @returns null where nothing but spaces was typed */
export function readMemberQuery(typed: string): MemberQuery | null {
  const words = typed.trim();
  if (words === '') return null;
  const [by] = looks.find(([, look]) => look.test(words)) ?? [];
  return by === undefined ? { by: 'words', words } : { by, id: words };
}
