/** What a member may do at Stripe's portal, and what she may not. */
import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import type { Config } from '../../platform/config/config.js';

type Settings = Pick<
  Stripe.BillingPortal.ConfigurationCreateParams,
  'features' | 'business_profile' | 'default_return_url'
>;

/** By which our configuration is found again among the account's. */
export const portalMark = { broadsheet: 'portal' };

export function portalSettings({ publicUrl, termsUrl }: Config): Settings {
  return {
    default_return_url: `${publicUrl}/account`,
    business_profile: { terms_of_service_url: termsUrl ?? '' },
    features: {
      customer_update: { enabled: true, allowed_updates: ['name', 'email', 'address', 'tax_id'] },
      invoice_history: { enabled: true },
      payment_method_update: { enabled: true },
      subscription_cancel: {
        enabled: true,
        mode: 'at_period_end',
        cancellation_reason: {
          enabled: true,
          options: [
            'too_expensive',
            'missing_features',
            'switched_service',
            'unused',
            'customer_service',
            'too_complex',
            'low_quality',
            'other',
          ],
        },
      },
      // Nobody can be paused and billed, or changed past our own rules.
      subscription_pause: { enabled: false },
      subscription_update: { enabled: false },
    },
  };
}

/**
 * Two processes that make the configuration at once make one; another one is made once the settings have
 * changed or the former one was switched off.
 */
export function portalKey(settings: Settings, former: number): string {
  const digest = createHash('sha256').update(JSON.stringify(settings)).digest('hex');
  return `portal:${former}:${digest}`;
}
