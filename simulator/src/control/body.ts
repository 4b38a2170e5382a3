/** Reads what was sent to `/_sim`, of which nothing is known beforehand. */

export function field(body: unknown, name: string): unknown {
  const isHash = typeof body === 'object' && body !== null;
  return isHash ? Object.entries(body).find(([key]) => key === name)?.[1] : undefined;
}

export function idIn(params: unknown): string {
  const id = field(params, 'id');
  return typeof id === 'string' ? id : '';
}
