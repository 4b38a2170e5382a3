/** /v1/disputes: payments a cardholder has contested. */
import { closeDispute } from '../billing/disputing.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  hash,
  metadata,
  range,
  text,
  type Params,
} from '../http/rules.js';
import type { Dispute } from '../stripe-objects.js';
import type { World } from '../world/world.js';

const UNDECIDED: readonly string[] = [
  'needs_response',
  'under_review',
  'warning_needs_response',
  'warning_under_review',
];

export function openDisputeById(world: World, id: string): Dispute {
  const dispute = existing(world, id);
  if (!UNDECIDED.includes(dispute.status)) throw refused('This dispute is already closed');
  return dispute;
}

const EVIDENCE = {
  access_activity_log: text({ max: 20_000 }),
  cancellation_rebuttal: text({ max: 20_000 }),
  customer_email_address: text(),
  customer_name: text(),
  product_description: text({ max: 20_000 }),
  refund_refusal_explanation: text({ max: 20_000 }),
  service_date: text(),
  uncategorized_text: text({ max: 20_000 }),
};

/** Evidence goes to the bank with the request, unless `submit` is false; then it can still be changed. */
function evidenceChanges(
  dispute: Dispute,
  evidence: Params<typeof EVIDENCE>,
  submit: boolean | undefined,
): Partial<Dispute> {
  const isSent = submit !== false;
  const isInquiry = dispute.status.startsWith('warning_');
  return {
    evidence: { ...dispute.evidence, ...evidence },
    evidence_details: {
      ...dispute.evidence_details,
      has_evidence: true,
      submission_count: dispute.evidence_details.submission_count + (isSent ? 1 : 0),
    },
    ...(isSent ? { status: isInquiry ? 'warning_under_review' : 'under_review' } : {}),
  };
}

function existing(world: World, id: string): Dispute {
  const dispute = world.shelves.disputes.get(id);
  if (!dispute) throw noSuch('dispute', id);
  return dispute;
}

export const disputes: Endpoint[] = [
  endpoint('GET', '/v1/disputes/:id', {}, ({ world, id }) => existing(world, id)),

  endpoint(
    'POST',
    '/v1/disputes/:id',
    { evidence: hash(EVIDENCE), metadata: metadata(), submit: boolean() },
    ({ world, id, params }) => {
      const dispute = openDisputeById(world, id);
      return world.update(
        world.shelves.disputes,
        dispute,
        {
          metadata: changedMetadata(dispute.metadata, params.metadata),
          ...(params.evidence ? evidenceChanges(dispute, params.evidence, params.submit) : {}),
        },
        'charge.dispute.updated',
      );
    },
  ),

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
