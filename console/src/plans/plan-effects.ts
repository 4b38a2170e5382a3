/** Says before a plan is changed what will happen to whom. */
import { countOf } from '../words/numbers.js';
import type { HeldPrice, Holders, Plan, PlanFields } from './plan.js';
import { type Price, priceInWords } from './price.js';

const members = (number: number): string => countOf(number, 'member');

/** What the members of a plan see or keep when its description changes; empty where nothing does. */
export function effectsOfEdit(before: PlanFields, after: PlanFields, holders: Holders): string[] {
  return [
    ...(differs(before, after, 'name')
      ? [
          `${members(holders.total)} will see the new name in their account, and so will everybody on invoices from now on.`,
        ]
      : []),
    ...(differs(before, after, 'benefits') ? [effectOfBenefits(before, after, holders)] : []),
    ...(differs(before, after, 'trialDays') ? [effectOfTrial(after, holders)] : []),
    ...(differs(before, after, 'slug')
      ? ['Programs that ask for the plan by its short name will not find the former one.']
      : []),
    ...(differs(before, after, 'audience')
      ? [`${members(holders.total)} keep the seats that they have.`]
      : []),
  ];
}

function differs(before: PlanFields, after: PlanFields, field: keyof PlanFields): boolean {
  return JSON.stringify(before[field]) !== JSON.stringify(after[field]);
}

function effectOfBenefits(before: PlanFields, after: PlanFields, { total }: Holders): string {
  const lost = before.benefits.filter((benefit) => !after.benefits.includes(benefit));
  const gone =
    lost.length === 0
      ? ''
      : ` ${inQuotes(lost)} was promised when they joined, and is not any more.`;
  return `The offer and the wall list the new benefits at once; ${members(total)} hold the plan.${gone}`;
}

const inQuotes = (lines: readonly string[]): string => lines.map((line) => `“${line}”`).join(', ');

function effectOfTrial({ trialDays }: PlanFields, { states }: Holders): string {
  const then = trialDays === 0 ? 'pays at once' : `has ${countOf(trialDays, 'day')} free`;
  return `Whoever starts from now on ${then}. ${countOf(states.trialing, 'running trial')} ${states.trialing === 1 ? 'keeps its' : 'keep their'} own end.`;
}

/**
 * @param replaced the price of the same place; null where there is none
 * @param nextRenewalOn the day on which the first of its members is charged again, in words
 */
export function effectsOfPrice(
  replaced: Price | null,
  next: Pick<Price, 'amount' | 'currency' | 'interval'>,
  holders: Holders,
  nextRenewalOn: string | null,
): string[] {
  const fresh = `From now on the plan is sold for ${priceInWords(next)}.`;
  if (replaced === null) return [fresh, 'Nobody who holds the plan is touched.'];
  const held = holders.prices.find(({ priceId }) => priceId === replaced.id);
  return [
    fresh,
    `${members(held?.members ?? 0)} keep ${priceInWords(replaced)}, until they change by themselves or leave.`,
    ...(nextRenewalOn === null
      ? []
      : [`The plan's next renewal is on ${nextRenewalOn}; it is charged as before.`]),
  ];
}

export function effectsOfArchiving({ name }: Plan, holders: Holders): string[] {
  const { total, leaving, arriving } = holders;
  return [
    `${name} is sold to nobody any more, and disappears from the offer and the wall.`,
    `${members(total)} keep it, and it renews for ${members(total - leaving)} as before.`,
    ...(arriving === 0
      ? []
      : [`${members(arriving)} of other plans have asked to move to it at their next renewal.`]),
    'It cannot be put on sale again; a new plan can.',
  ];
}

/** Like `1,204 members: 1,100 active, 104 trialing`. */
export function holdersInWords({ total, states, complimentary }: Holders): string {
  if (total === 0) return 'Nobody holds this plan.';
  const parts = Object.entries(states).flatMap(([state, number]: [string, number]) =>
    number === 0 ? [] : [`${number.toLocaleString('en-US')} ${state}`],
  );
  const given = complimentary === 0 ? [] : [`${complimentary.toLocaleString('en-US')} given by us`];
  return `${members(total)}: ${[...parts, ...given].join(', ')}.`;
}

/** Like `812 members at $240.00 a year, kept`. */
export function heldPriceInWords(price: HeldPrice): string {
  const kept = price.onSale ? '' : ', no longer sold';
  return `${members(price.members)} at ${priceInWords(price)}${kept}`;
}
