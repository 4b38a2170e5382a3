/** Visits pages as a browser without JavaScript does, and reads them as a person. */

export interface Seen {
  status: number;
  html: string;
  location: string | null;
  policy: string;
}

export async function visit(url: string, form?: Record<string, string>): Promise<Seen> {
  const answer = await fetch(url, {
    redirect: 'manual',
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  return {
    status: answer.status,
    html: await answer.text(),
    location: answer.headers.get('location'),
    policy: answer.headers.get('content-security-policy') ?? '',
  };
}

export const CARD = {
  action: 'pay',
  cardNumber: '4242 4242 4242 4242',
  cardExpiry: '12 / 34',
  cardCvc: '123',
  billingName: 'Mira Holm',
};

/** What a person reads: no tags, single spaces. */
export const textOf = ({ html }: Seen) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

export const alertIn = ({ html }: Seen) =>
  /role="alert">([^<]*)</.exec(html)?.[1]?.replaceAll('&#39;', "'");
