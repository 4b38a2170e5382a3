/** Makes ids that look like Stripe's, from injected randomness so that a test can repeat them. */
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The prefix and the number of random characters of every kind of id. */
const FORMATS = {
  customer: ['cus_', 14],
  product: ['prod_', 14],
  price: ['price_1', 23],
  coupon: ['', 8],
  promotionCode: ['promo_1', 23],
  promotionText: ['', 8],
  discount: ['di_1', 23],
  checkoutSession: ['cs_test_a1', 56],
  lineItem: ['li_1', 23],
  subscription: ['sub_1', 23],
  subscriptionItem: ['si_', 14],
  invoice: ['in_1', 23],
  upcomingInvoice: ['upcoming_in_1', 23],
  invoiceLineItem: ['il_1', 23],
  invoiceItem: ['ii_1', 23],
  subscriptionSchedule: ['sub_sched_1', 23],
  invoicePayment: ['inpay_1', 23],
  paymentMethod: ['pm_1', 23],
  setupIntent: ['seti_1', 23],
  paymentIntent: ['pi_3', 23],
  charge: ['ch_3', 23],
  refund: ['re_3', 23],
  dispute: ['du_1', 23],
  earlyFraudWarning: ['issfr_1', 23],
  card: ['card_1', 23],
  plan: ['plan_', 14],
  taxRate: ['txr_1', 23],
  testClock: ['clock_1', 23],
  event: ['evt_1', 23],
  webhookEndpoint: ['we_1', 23],
  webhookSecret: ['whsec_', 32],
  delivery: ['whd_', 24],
  portalConfiguration: ['bpc_1', 23],
  portalSession: ['bps_1', 23],
  portalToken: ['', 40],
  request: ['req_', 14],
  secret: ['', 25],
  authorizationCode: ['', 6],
} as const satisfies Record<string, readonly [string, number]>;

export type IdKind = keyof typeof FORMATS;

/** Gives as many random bytes as asked for. */
export type RandomSource = (size: number) => Uint8Array;

export const systemRandom: RandomSource = (size) => randomBytes(size);

export class Ids {
  constructor(private readonly random: RandomSource) {}

  next(kind: IdKind): string {
    const [prefix, length] = FORMATS[kind];
    // 62 does not divide 256, so a few letters come up slightly more often; these ids guard nothing of value.
    const letters = Array.from(this.random(length), (byte) => ALPHABET.charAt(byte % 62));
    return prefix + letters.join('');
  }

  /** A number from 0 up to, not including, `below`. */
  number(below: number): number {
    const [high = 0, low = 0] = this.random(2);
    return (high * 256 + low) % below;
  }
}
