/** Opens and closes disputes: the bank takes a payment back until it is decided whose money it is. */
import type { Charge, Dispute } from '../stripe-objects.js';
import { DAY } from '../world/settings.js';
import type { World } from '../world/world.js';
import type { DisputeKind } from './cards.js';
import { overtakeWarnings } from './fraud-warnings.js';

const NO_EVIDENCE: Dispute['evidence'] = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

/** Nothing has been taken back yet: the bank only asks. */
function isInquiry({ status }: Dispute): boolean {
  return status.startsWith('warning_');
}

export function openDispute(world: World, charge: Charge, kind: DisputeKind): Dispute {
  const dispute: Dispute = {
    id: world.ids.next('dispute'),
    object: 'dispute',
    amount: charge.amount,
    balance_transactions: [],
    charge: charge.id,
    created: world.clock.accountNow(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: world.clock.accountNow() + 9 * DAY,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: kind.inquiry,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: kind.reason,
    status: kind.inquiry ? 'warning_needs_response' : 'needs_response',
  };
  if (!kind.inquiry) world.update(world.shelves.charges, charge, { disputed: true });
  world.create(world.shelves.disputes, dispute, 'charge.dispute.created');
  if (!kind.inquiry) world.emit('charge.dispute.funds_withdrawn', dispute);
  overtakeWarnings(world, charge);
  return dispute;
}

export function closeDispute(world: World, dispute: Dispute, outcome: 'won' | 'lost'): Dispute {
  const closed = world.update(
    world.shelves.disputes,
    dispute,
    { status: isInquiry(dispute) ? 'warning_closed' : outcome },
    'charge.dispute.closed',
  );
  if (outcome === 'won' && !isInquiry(dispute))
    world.emit('charge.dispute.funds_reinstated', closed);
  return closed;
}
