/** What staff are told of money that they gave back. */
import type { MadeRefund } from '../../billing/refunds/refund.service.js';
import { MembershipView } from '../../memberships/membership.presenter.js';

export class RefundView {
  /** Stripe's id. */
  id: string;
  /** In the currency's minor unit (cents). */
  amount: number;
  /** ISO 4217, lower case. */
  currency: string;
  /** Stripe's id of the invoice that was paid. */
  invoiceId: string;
}

export class RefundedView {
  refund: RefundView;
  /** As it is afterwards: what was paid for and given back in full is ended. */
  membership: MembershipView;
}

export function presentRefunded(made: MadeRefund, membership: MembershipView): RefundedView {
  const { refundId, amount, currency, invoiceId } = made;
  return { refund: { id: refundId, amount, currency, invoiceId }, membership };
}
