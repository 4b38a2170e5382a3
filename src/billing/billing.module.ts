/** The billing room: everything Stripe. */
import { Module } from '@nestjs/common';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccountRefresh } from './account-refresh.service.js';
import { ArchiveStripePriceJob } from './archive-stripe-price.job.js';
import { BillingAccount } from './billing-account.service.js';
import { CancellationService } from './cancellation.service.js';
import { CheckoutController } from './checkout.controller.js';
import { CheckoutRepository } from './checkout.repository.js';
import { CheckoutPages } from './checkout-pages.service.js';
import { CheckoutReturn } from './checkout-return.service.js';
import { CheckoutService } from './checkout.service.js';
import { BooksWriter } from './inbox/books-writer.service.js';
import { CustomerSync } from './inbox/customer-sync.service.js';
import { AlarmRepository } from './inbox/alarm.repository.js';
import { Alarm } from './inbox/alarm.service.js';
import { EventIntake } from './inbox/event-intake.service.js';
import { EventTracing } from './inbox/event-tracing.service.js';
import { FraudWarnings } from './inbox/fraud-warnings.service.js';
import { InboxDeskRepository } from './inbox/inbox-desk.repository.js';
import { InboxDesk } from './inbox/inbox-desk.service.js';
import { InboxTroubleRepository } from './inbox/inbox-trouble.repository.js';
import { InboxTrouble } from './inbox/inbox-trouble.service.js';
import { InboxRepository } from './inbox/inbox.repository.js';
import { MisdirectedEvents } from './inbox/misdirected-events.service.js';
import { PaymentOwnerRepository } from './inbox/payment-owner.repository.js';
import { PaymentOwners } from './inbox/payment-owners.service.js';
import { PruneInboxJob } from './inbox/prune-inbox.job.js';
import { SyncCustomerJob } from './inbox/sync-customer.job.js';
import { TraceEventJob } from './inbox/trace-event.job.js';
import { TrialKeeper } from './inbox/trial-keeper.service.js';
import { WebhookController } from './inbox/webhook.controller.js';
import { WebhookReceiver } from './inbox/webhook-receiver.service.js';
import { InvoiceListing } from './invoice-listing.service.js';
import { InvoiceRepository } from './invoice.repository.js';
import { LastSync } from './last-sync.repository.js';
import { MyBillingController } from './my-billing.controller.js';
import { NameStripeProductJob } from './name-stripe-product.job.js';
import { OfferFinder } from './offer-finder.service.js';
import { ChangePlanner } from './plan-change/change-planner.service.js';
import { PlanChangeController } from './plan-change/plan-change.controller.js';
import { PlanChangeService } from './plan-change/plan-change.service.js';
import { PlanPricing } from './plan-pricing.service.js';
import { PromotionFinder } from './promotion-finder.service.js';
import { PurchaseReview } from './purchase-review.service.js';
import { CustomerComparison } from './reconciliation/customer-comparison.service.js';
import { CustomerRoll } from './reconciliation/customer-roll.repository.js';
import { ReconcileJob } from './reconciliation/reconcile.job.js';
import { ReconciliationDesk } from './reconciliation/reconciliation-desk.service.js';
import { ReconciliationRunRepository } from './reconciliation/reconciliation-run.repository.js';
import { Reconciliation } from './reconciliation/reconciliation.service.js';
import { EventReplayRepository } from './replay/event-replay.repository.js';
import { EventReplayService } from './replay/event-replay.service.js';
import { ReplayEventsJob } from './replay/replay-events.job.js';
import { CatalogueCheck } from './setup/catalogue-check.service.js';
import { StripeDoctor } from './setup/stripe-doctor.service.js';
import { StripeSetup } from './setup/stripe-setup.service.js';
import { StripeCatalogue } from './stripe-catalogue.service.js';
import { StripeCatalogueRepository } from './stripe-catalogue.repository.js';
import { StripeCustomerRepository } from './stripe-customer.repository.js';
import { StripeAccountGateway } from './stripe/stripe-account.gateway.js';
import { StripeCatalogueGateway } from './stripe/stripe-catalogue.gateway.js';
import { StripeCheckoutGateway } from './stripe/stripe-checkout.gateway.js';
import { StripeEndpointGateway } from './stripe/stripe-endpoint.gateway.js';
import { StripePortalGateway } from './stripe/stripe-portal.gateway.js';
import { StripePromotionGateway } from './stripe/stripe-promotion.gateway.js';
import { StripePlanChangeGateway } from './stripe/stripe-plan-change.gateway.js';
import { StripeBuyerGateway } from './stripe/stripe-buyer.gateway.js';
import { StripeEventGateway } from './stripe/stripe-event.gateway.js';
import { StripeSignature } from './stripe/stripe-signature.js';
import { StripeClient } from './stripe/stripe.client.js';
import { StripeSubscriptionGateway } from './stripe/stripe-subscription.gateway.js';
import { SubscriptionRepository } from './subscription.repository.js';
import { TermsOfSale } from './terms-of-sale.service.js';
import { BillingErasureRepository } from './closing/billing-erasure.repository.js';
import { BillingErasure } from './closing/billing-erasure.service.js';
import { DiscreetBooks } from './closing/discreet-books.service.js';
import { DeleteCustomerJob } from './closing/delete-customer.job.js';
import { ForgetEventsJob } from './closing/forget-events.job.js';
import { PurchaseEnding } from './closing/purchase-ending.service.js';
import { SubscriptionEnding } from './closing/subscription-ending.service.js';
import { RevenueReports } from './ledger/revenue-report.service.js';
import { RevenueRepository } from './ledger/revenue.repository.js';
import { MemberBooksRepository } from './member-books.repository.js';
import { MemberBookkeeping } from './member-books.service.js';
import { Refunds } from './refunds/refund.service.js';
import { StripeDepartureGateway } from './stripe/stripe-departure.gateway.js';
import { StripeRefundGateway } from './stripe/stripe-refund.gateway.js';
import { EndSubscriptionJob } from './ending/end-subscription.job.js';
import { Endings } from './ending/endings.service.js';
import { StaffNotices } from './ending/staff-notices.service.js';
import { MembershipBooks } from './inbox/membership-books.service.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import { MoneyBooks } from './ledger/money-books.service.js';
import { BillingPost } from './letters/billing-post.service.js';
import { CustomerPost } from './letters/customer-post.service.js';
import { LetterRepository } from './letters/letter.repository.js';
import { RemindOfTrialEndsJob } from './letters/remind-of-trial-ends.job.js';
import { TrialReminders } from './letters/trial-reminders.service.js';
import { StripeCustomerGateway } from './stripe/stripe-customer.gateway.js';
import { StripeEndingGateway } from './stripe/stripe-ending.gateway.js';

@Module({
  imports: [UsersModule, PlansModule, MembershipsModule],
  controllers: [CheckoutController, MyBillingController, PlanChangeController, WebhookController],
  providers: [
    StripeClient,
    StripeSignature,
    StripeCatalogueGateway,
    StripeCheckoutGateway,
    StripeEndpointGateway,
    StripeAccountGateway,
    StripePortalGateway,
    StripePromotionGateway,
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
    MembershipBooks,
    LedgerRepository,
    MoneyBooks,
    LetterRepository,
    BillingPost,
    CustomerPost,
    RemindOfTrialEndsJob,
    TrialReminders,
    Endings,
    EndSubscriptionJob,
    StaffNotices,
    StripeCustomerGateway,
    StripeEndingGateway,
    StripeDepartureGateway,
    StripeRefundGateway,
    BillingErasureRepository,
    BillingErasure,
    DeleteCustomerJob,
    DiscreetBooks,
    ForgetEventsJob,
    PurchaseEnding,
    SubscriptionEnding,
    Refunds,
    RevenueRepository,
    RevenueReports,
    MemberBooksRepository,
    MemberBookkeeping,
    BooksWriter,
    CustomerSync,
    TrialKeeper,
    SyncCustomerJob,
    TraceEventJob,
    EventIntake,
    EventTracing,
    PaymentOwnerRepository,
    PaymentOwners,
    FraudWarnings,
    MisdirectedEvents,
    AlarmRepository,
    Alarm,
    InboxTroubleRepository,
    InboxTrouble,
    InboxDeskRepository,
    InboxDesk,
    PruneInboxJob,
    WebhookReceiver,
    StripeEventGateway,
    EventReplayRepository,
    EventReplayService,
    ReplayEventsJob,
    StripeBuyerGateway,
    CustomerRoll,
    CustomerComparison,
    ReconciliationRunRepository,
    ReconciliationDesk,
    ReconcileJob,
    OfferFinder,
    BillingAccount,
    LastSync,
    AccountRefresh,
    PromotionFinder,
    TermsOfSale,
    PurchaseReview,
    CheckoutPages,
    CatalogueCheck,
    StripeSetup,
    StripeDoctor,
    CheckoutService,
    CheckoutReturn,
    CancellationService,
    StripePlanChangeGateway,
    ChangePlanner,
    PlanChangeService,
    PlanPricing,
    Reconciliation,
  ],
  exports: [
    AccountRefresh,
    BillingAccount,
    BillingErasure,
    PurchaseEnding,
    SubscriptionEnding,
    Refunds,
    RevenueReports,
    MemberBookkeeping,
    CheckoutService,
    CheckoutReturn,
    CancellationService,
    InvoiceListing,
    ChangePlanner,
    PlanChangeService,
    PlanPricing,
    InboxDesk,
    Reconciliation,
    ReconciliationDesk,
    TermsOfSale,
    TrialReminders,
  ],
})
export class BillingModule {}
