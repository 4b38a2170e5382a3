/** /v1/radar/early_fraud_warnings: payments a card's issuer suspects. `/_sim` makes them. */
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import { range, text } from '../http/rules.js';

const PATH = '/v1/radar/early_fraud_warnings';

export const earlyFraudWarnings: Endpoint[] = [
  endpoint('GET', `${PATH}/:id`, {}, ({ world, id }) => {
    const warning = world.shelves.earlyFraudWarnings.get(id);
    if (!warning) throw noSuch('early fraud warning', id);
    return warning;
  }),

  endpoint(
    'GET',
    PATH,
    { ...PAGE, charge: text(), created: range(), payment_intent: text() },
    ({ world, params }) => {
      const found = world.shelves.earlyFraudWarnings
        .newestFirst()
        .filter(
          (warning) =>
            inRange(warning.created, params.created) &&
            (params.charge ?? warning.charge) === warning.charge &&
            (params.payment_intent ?? warning.payment_intent) === warning.payment_intent,
        );
      return page(found, params, PATH);
    },
  ),
];
