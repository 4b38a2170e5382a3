/** What a passkey keeps of whose it is: the account's id, which says nothing of the person. */

/** @returns the sixteen bytes of the id, base64url */
export function handleOf(userId: string): string {
  return Buffer.from(userId.replaceAll('-', ''), 'hex').toString('base64url');
}
