/** A plan of a test's own, by the month and by the year and without a trial, so that something is charged at once. */
import { accessTokenOf, api } from './people.js';
import { townAdmin } from './staff.js';

export interface EveningPlan {
  name: string;
  monthly: string;
  yearly: string;
  /** It is sold no longer, so that others find the town as it was. */
  archive(): Promise<void>;
}

interface Made {
  id: string;
  prices: { id: string; interval: string }[];
}

export async function sellEvenings(slug: string): Promise<EveningPlan> {
  const token = await accessTokenOf(townAdmin);
  const name = `Evening ${slug}`;
  const { id, prices } = await api<Made>(
    'POST',
    '/admin/plans',
    {
      slug: `${slug}-${process.pid}`,
      name,
      description: 'The paper at six o’clock.',
      benefits: ['Memos'],
      trialDays: 0,
      prices: [
        { amount: 30_000, currency: 'usd', interval: 'year' },
        { amount: 2_900, currency: 'usd', interval: 'month' },
      ],
    },
    token,
  );
  const priceOf = (wanted: string): string =>
    prices.find(({ interval }) => interval === wanted)?.id ?? '';
  return {
    name,
    monthly: priceOf('month'),
    yearly: priceOf('year'),
    archive: async () => {
      await api('POST', `/admin/plans/${id}/archive`, undefined, await accessTokenOf(townAdmin));
    },
  };
}
