// /v1/disputes: payments a cardholder has contested.
import { closeDispute } from '../billing/disputing.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import { range, text } from '../http/rules.js';
import type { Dispute } from '../stripe-objects.js';
import type { World } from '../world/world.js';

export function openDisputeById(world: World, id: string): Dispute {
  const dispute = existing(world, id);
  if (dispute.status !== 'needs_response') throw refused('This dispute is already closed');
  return dispute;
}

function existing(world: World, id: string): Dispute {
  const dispute = world.shelves.disputes.get(id);
  if (!dispute) throw noSuch('dispute', id);
  return dispute;
}

export const disputes: Endpoint[] = [
  endpoint('GET', '/v1/disputes/:id', {}, ({ world, id }) => existing(world, id)),

  // Closing it oneself concedes it.
  endpoint('POST', '/v1/disputes/:id/close', {}, ({ world, id }) =>
    closeDispute(world, openDisputeById(world, id), 'lost'),
  ),

  endpoint(
    'GET',
    '/v1/disputes',
    { ...PAGE, charge: text(), created: range(), payment_intent: text() },
    ({ world, params }) => {
      const found = world.shelves.disputes
        .newestFirst()
        .filter(
          (dispute) =>
            inRange(dispute.created, params.created) &&
            (params.charge ?? dispute.charge) === dispute.charge &&
            (params.payment_intent ?? dispute.payment_intent) === dispute.payment_intent,
        );
      return page(found, params, '/v1/disputes');
    },
  ),
];
