/** Early fraud warnings: a card's issuer suspects a payment before anybody has disputed it. */
import type { Charge, EarlyFraudWarning } from '../stripe-objects.js';
import type { World } from '../world/world.js';

export const FRAUD_TYPES = [
  'card_never_received',
  'fraudulent_card_application',
  'made_with_counterfeit_card',
  'made_with_lost_card',
  'made_with_stolen_card',
  'misc',
  'unauthorized_use_of_card',
] as const;

export type FraudType = (typeof FRAUD_TYPES)[number];

export function isFraudType(value: unknown): value is FraudType {
  return FRAUD_TYPES.some((type) => type === value);
}

export function warnOfFraud(world: World, charge: Charge, fraudType: FraudType): EarlyFraudWarning {
  const isDisputed = world.shelves.disputes.where((each) => each.charge === charge.id).length > 0;
  return world.create(
    world.shelves.earlyFraudWarnings,
    {
      id: world.ids.next('earlyFraudWarning'),
      object: 'radar.early_fraud_warning',
      actionable: !charge.refunded && !isDisputed,
      charge: charge.id,
      created: world.clock.accountNow(),
      fraud_type: fraudType,
      livemode: false,
      ...(charge.payment_intent === null ? {} : { payment_intent: charge.payment_intent }),
    },
    'radar.early_fraud_warning.created',
  );
}

/** A charge that is disputed, or given back wholly, leaves nothing to do about a warning. */
export function overtakeWarnings(world: World, { id }: Charge): void {
  const { earlyFraudWarnings } = world.shelves;
  for (const warning of earlyFraudWarnings.where(({ charge }) => charge === id)) {
    world.update(
      earlyFraudWarnings,
      warning,
      { actionable: false },
      'radar.early_fraud_warning.updated',
    );
  }
}
