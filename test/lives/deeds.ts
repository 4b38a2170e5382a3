/** What may happen in a life: the deeds that lives are drawn from, as data, so that a failure can be told and cut down. */
import fc from 'fast-check';
import type { cards } from '../support/cards.js';

export const crowd = 3;

/** Which card is taken out: the one that is hers alone, or one of Stripe's, which all share. */
export type Wallet =
  'her own' | keyof Pick<typeof cards, 'good' | 'refusing' | 'alwaysChallenging' | 'disputing'>;

interface Personal {
  who: number;
}

export type Deed =
  | (Personal & {
      does: 'subscribe';
      offer: 'yearly' | 'monthly' | 'untried';
      card: Wallet;
      /** With the promotion code that takes half off. */
      withCode: boolean;
      comesBack: boolean;
    })
  | (Personal & { does: 'open a page'; offer: 'yearly' | 'monthly' | 'untried' })
  | (Personal & { does: 'pay an old page'; card: Wallet })
  | (Personal & { does: 'subscribe past the product'; offer: 'yearly' | 'monthly'; card: Wallet })
  | (Personal & { does: 'cancel' | 'resume' | 'look' })
  | (Personal & { does: 'change the plan'; offer: 'yearly' | 'monthly' | 'untried' })
  | (Personal & { does: 'be shown out'; at: 'now' | 'period-end' })
  | (Personal & { does: 'be refunded by staff' })
  | (Personal & { does: 'cancel in the portal' | 'resume in the portal' })
  | (Personal & { does: 'change the card'; card: Wallet })
  | (Personal & { does: 'pay the open invoice'; card: Wallet })
  | (Personal & { does: 'be refunded'; share: 'whole' | 'part' })
  | (Personal & { does: 'win the dispute' | 'lose the dispute' })
  | (Personal & { does: 'pause collection' | 'take collection up' | 'pause' | 'go on' })
  | (Personal & { does: 'end at Stripe' | 'vanish from Stripe' })
  | { does: 'let time pass'; hours: number }
  | { does: 'reconcile' }
  | { does: 'be calm' }
  | {
      does: 'suffer faults';
      events: { action: 'drop' | 'duplicate' | 'shuffle' | 'delay'; times: number }[];
      calls: {
        action: 'rate-limit' | 'server-error' | 'timeout-after-commit';
        times: number;
      } | null;
    };

/** What one person does or suffers, and not all of them. */
export type PersonalDeed = Extract<Deed, Personal>;

/** Plain objects, so that what fast-check prints can be read. */
const happening = <Fields extends object>(fields: {
  [Key in keyof Fields]: fc.Arbitrary<Fields[Key]>;
}) => fc.record(fields, { noNullPrototype: true });

const who = fc.nat({ max: crowd - 1 });

const card = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Wallet>('her own') },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Wallet>('good', 'refusing', 'alwaysChallenging', 'disputing'),
  },
);

const goodCard = fc.constantFrom<Wallet>('her own', 'good', 'refusing');

const hours = fc.oneof(
  fc.integer({ min: 1, max: 30 }),
  fc.integer({ min: 2, max: 10 }).map((days) => days * 24),
  fc.integer({ min: 1, max: 3 }).map((months) => months * 31 * 24),
  fc.constant(366 * 24),
);

const offer = fc.constantFrom('yearly' as const, 'monthly' as const, 'untried' as const);

const withCode = fc.nat({ max: 4 }).map((drawn) => drawn === 0);

const times = fc.integer({ min: 1, max: 25 });

const faults = happening({
  does: fc.constant('suffer faults' as const),
  events: fc.array(
    happening({
      action: fc.constantFrom(
        'drop' as const,
        'duplicate' as const,
        'shuffle' as const,
        'delay' as const,
      ),
      times,
    }),
    { minLength: 1, maxLength: 3 },
  ),
  calls: fc.option(
    happening({
      action: fc.constantFrom(
        'rate-limit' as const,
        'server-error' as const,
        'timeout-after-commit' as const,
      ),
      times: fc.integer({ min: 1, max: 4 }),
    }),
  ),
});

const simple = <const Does extends string>(...words: Does[]) =>
  happening({ does: fc.constantFrom(...words), who });

const weighted = (weight: number, arbitrary: fc.Arbitrary<Deed>) => ({ weight, arbitrary });

export const deed: fc.Arbitrary<Deed> = fc.oneof(
  weighted(
    12,
    happening({
      does: fc.constant('subscribe'),
      who,
      offer,
      card,
      withCode,
      comesBack: fc.boolean(),
    }),
  ),
  weighted(2, happening({ does: fc.constant('open a page'), who, offer })),
  weighted(2, happening({ does: fc.constant('pay an old page'), who, card })),
  weighted(
    2,
    happening({
      does: fc.constant('subscribe past the product'),
      who,
      offer: fc.constantFrom('yearly' as const, 'monthly' as const),
      card: goodCard,
    }),
  ),
  weighted(4, simple('cancel', 'cancel in the portal')),
  weighted(4, simple('resume', 'resume in the portal')),
  weighted(2, simple('look')),
  weighted(3, happening({ does: fc.constant('change the plan'), who, offer })),
  weighted(
    2,
    happening({
      does: fc.constant('be shown out'),
      who,
      at: fc.constantFrom('now' as const, 'period-end' as const),
    }),
  ),
  weighted(1, simple('be refunded by staff')),
  weighted(4, happening({ does: fc.constant('change the card'), who, card })),
  weighted(3, happening({ does: fc.constant('pay the open invoice'), who, card: goodCard })),
  weighted(
    3,
    happening({
      does: fc.constant('be refunded'),
      who,
      share: fc.constantFrom('whole' as const, 'part' as const),
    }),
  ),
  weighted(3, simple('win the dispute', 'lose the dispute')),
  weighted(2, simple('pause collection', 'take collection up', 'pause', 'go on')),
  weighted(2, simple('end at Stripe')),
  weighted(1, simple('vanish from Stripe')),
  weighted(12, happening({ does: fc.constant('let time pass'), hours })),
  weighted(2, happening({ does: fc.constant('reconcile') })),
  weighted(6, faults),
  weighted(2, happening({ does: fc.constant('be calm') })),
);
