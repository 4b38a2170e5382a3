/** The billing room: everything Stripe. */
import { Module } from '@nestjs/common';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { UsersModule } from '../users/users.module.js';
import { ArchiveStripePriceJob } from './archive-stripe-price.job.js';
import { BillingAccount } from './billing-account.service.js';
import { CancellationService } from './cancellation.service.js';
import { CheckoutController } from './checkout.controller.js';
import { CheckoutRepository } from './checkout.repository.js';
import { CheckoutReturn } from './checkout-return.service.js';
import { CheckoutService } from './checkout.service.js';
import { BooksWriter } from './inbox/books-writer.service.js';
import { CustomerSync } from './inbox/customer-sync.service.js';
import { InboxRepository } from './inbox/inbox.repository.js';
import { SyncCustomerJob } from './inbox/sync-customer.job.js';
import { TrialKeeper } from './inbox/trial-keeper.service.js';
import { WebhookController } from './inbox/webhook.controller.js';
import { WebhookReceiver } from './inbox/webhook-receiver.service.js';
import { InvoiceListing } from './invoice-listing.service.js';
import { InvoiceRepository } from './invoice.repository.js';
import { MyBillingController } from './my-billing.controller.js';
import { NameStripeProductJob } from './name-stripe-product.job.js';
import { OfferFinder } from './offer-finder.service.js';
import { PlanPricing } from './plan-pricing.service.js';
import { Reconciliation } from './reconciliation.service.js';
import { StripeCatalogue } from './stripe-catalogue.service.js';
import { StripeCatalogueRepository } from './stripe-catalogue.repository.js';
import { StripeCustomerRepository } from './stripe-customer.repository.js';
import { StripeCatalogueGateway } from './stripe/stripe-catalogue.gateway.js';
import { StripeCheckoutGateway } from './stripe/stripe-checkout.gateway.js';
import { StripeSignature } from './stripe/stripe-signature.js';
import { StripeClient } from './stripe/stripe.client.js';
import { StripeSubscriptionGateway } from './stripe/stripe-subscription.gateway.js';
import { SubscriptionRepository } from './subscription.repository.js';

@Module({
  imports: [UsersModule, PlansModule, MembershipsModule],
  controllers: [CheckoutController, MyBillingController, WebhookController],
  providers: [
    StripeClient,
    StripeSignature,
    StripeCatalogueGateway,
    StripeCheckoutGateway,
    StripeSubscriptionGateway,
    StripeCatalogueRepository,
    StripeCatalogue,
    ArchiveStripePriceJob,
    NameStripeProductJob,
    StripeCustomerRepository,
    SubscriptionRepository,
    CheckoutRepository,
    InvoiceRepository,
    InvoiceListing,
    InboxRepository,
    BooksWriter,
    CustomerSync,
    TrialKeeper,
    SyncCustomerJob,
    WebhookReceiver,
    OfferFinder,
    BillingAccount,
    CheckoutService,
    CheckoutReturn,
    CancellationService,
    PlanPricing,
    Reconciliation,
  ],
  exports: [
    BillingAccount,
    CheckoutService,
    CheckoutReturn,
    CancellationService,
    InvoiceListing,
    PlanPricing,
    Reconciliation,
  ],
})
export class BillingModule {}
