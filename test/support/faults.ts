/** What goes wrong at Stripe, until it is well again. */
import type { ApiFault, EventFault } from '../../simulator/src/control/faults.js';
import type { Answer } from './api.js';
import type { Place } from './place.js';

type Town = Pick<Place, 'askSimulator'>;

interface Faults {
  api?: ApiFault[];
  events?: EventFault[];
}

export const goWrong = (town: Town, { api = [], events = [] }: Faults): Promise<Answer> =>
  town.askSimulator('PUT', '/_sim/faults', { api, events });

/** These requests fail. */
export const stripeFails = (town: Town, ...api: ApiFault[]): Promise<Answer> =>
  goWrong(town, { api });

/** No event arrives. */
export const hearNothing = (town: Town): Promise<Answer> =>
  goWrong(town, { events: [{ type: '*', action: 'drop' }] });

export const stripeIsWell = (town: Town): Promise<Answer> => goWrong(town, {});
