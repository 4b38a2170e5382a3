/** The one border to Stripe: every gateway, for the billing room only. */
import { Module } from '@nestjs/common';
import { StripeAccountGateway } from './stripe-account.gateway.js';
import { StripeAddressGateway } from './stripe-address.gateway.js';
import { StripeBuyerGateway } from './stripe-buyer.gateway.js';
import { StripeCardGateway } from './stripe-card.gateway.js';
import { StripeCatalogueGateway } from './stripe-catalogue.gateway.js';
import { StripeCheckoutGateway } from './stripe-checkout.gateway.js';
import { StripeCustomerGateway } from './stripe-customer.gateway.js';
import { StripeDepartureGateway } from './stripe-departure.gateway.js';
import { StripeEndingGateway } from './stripe-ending.gateway.js';
import { StripeEndpointGateway } from './stripe-endpoint.gateway.js';
import { StripeEventGateway } from './stripe-event.gateway.js';
import { StripeExtensionGateway } from './stripe-extension.gateway.js';
import { StripePlanChangeGateway } from './stripe-plan-change.gateway.js';
import { StripePortalGateway } from './stripe-portal.gateway.js';
import { StripePromotionGateway } from './stripe-promotion.gateway.js';
import { StripeRefundGateway } from './stripe-refund.gateway.js';
import { StripeSignature } from './stripe-signature.js';
import { StripeSubscriptionGateway } from './stripe-subscription.gateway.js';
import { StripeClient } from './stripe.client.js';

const gateways = [
  StripeAccountGateway,
  StripeAddressGateway,
  StripeBuyerGateway,
  StripeCardGateway,
  StripeCatalogueGateway,
  StripeCheckoutGateway,
  StripeClient,
  StripeCustomerGateway,
  StripeDepartureGateway,
  StripeEndingGateway,
  StripeEndpointGateway,
  StripeEventGateway,
  StripeExtensionGateway,
  StripePlanChangeGateway,
  StripePortalGateway,
  StripePromotionGateway,
  StripeRefundGateway,
  StripeSignature,
  StripeSubscriptionGateway,
];

@Module({ providers: gateways, exports: gateways })
export class StripeModule {}
