/** What can be wrong with a plan or a price. */
import { Problem, invalidBody, notFound } from '../platform/http/problem.js';

export const planNotFound = notFound;

export const slugTaken = (slug: string): Problem =>
  new Problem({
    status: 409,
    code: 'plans/slug-taken',
    detail: `There is a plan "${slug}" already; choose another slug.`,
  });

export const planArchived = (): Problem =>
  new Problem({
    status: 409,
    code: 'plans/archived',
    detail: 'This plan is archived; it is no longer sold and takes no new price.',
  });

export const planWasSold = (): Problem =>
  new Problem({
    status: 409,
    code: 'plans/was-sold',
    detail: 'This plan has had a price; archive it instead, so that its members keep it.',
  });

export const planNamedByArticles = (): Problem =>
  new Problem({
    status: 409,
    code: 'plans/named-by-articles',
    detail: 'Articles are narrowed to this plan; open them to other plans first.',
  });

export const planNamedByDefaultGates = (): Problem =>
  new Problem({
    status: 409,
    code: 'plans/named-by-default-gates',
    detail: 'A default gate is narrowed to this plan; change the default gates first.',
  });

export const priceChanged = (): Problem =>
  new Problem({
    status: 409,
    code: 'plans/price-changed',
    detail: 'Somebody else has changed this price just now; look at it again first.',
  });

export const unknownPriceOfPlan = (): Problem =>
  invalidBody([{ field: 'priceId', message: 'This plan has no such price on sale.' }]);

export const twoPricesInOnePlace = (): Problem =>
  invalidBody([
    { field: 'prices', message: 'Give at most one price for each interval and currency.' },
  ]);
