/** The billing room: everything Stripe. */
import { Module } from '@nestjs/common';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccountRefresh } from './account-refresh.service.js';
import { CustomerAddress } from './address/customer-address.service.js';
import { WriteCustomerAddressJob } from './address/write-customer-address.job.js';
import { BillingAccount } from './billing-account.service.js';
import { CardsOnFile } from './cards-on-file.service.js';
import { CancellationService } from './cancellation.service.js';
import { ArchiveStripePriceJob } from './catalogue/archive-stripe-price.job.js';
import { NameStripeProductJob } from './catalogue/name-stripe-product.job.js';
import { PlanPricing } from './catalogue/plan-pricing.service.js';
import { PriceFinder } from './catalogue/price-finder.service.js';
import { StripeCatalogueRepository } from './catalogue/stripe-catalogue.repository.js';
import { StripeCatalogue } from './catalogue/stripe-catalogue.service.js';
import { CheckoutPages } from './checkout/checkout-pages.service.js';
import { PurchaseMetrics } from './checkout/purchase.metrics.js';
import { CheckoutReturn } from './checkout/checkout-return.service.js';
import { CheckoutController } from './checkout/checkout.controller.js';
import { CheckoutRepository } from './checkout/checkout.repository.js';
import { CheckoutService } from './checkout/checkout.service.js';
import { Joins } from './checkout/joins.facts.js';
import { JoinKeeper } from './sync/join-keeper.service.js';
import { PurchaseOrigins } from './checkout/purchase-origin.repository.js';
import { OfferFinder } from './checkout/offer-finder.service.js';
import { PromotionFinder } from './checkout/promotion-finder.service.js';
import { PurchaseReview } from './checkout/purchase-review.service.js';
import { TermsOfSale } from './checkout/terms-of-sale.service.js';
import { BillingDisclosure } from './disclosure/billing-disclosure.repository.js';
import { EndSubscriptionJob } from './ending/end-subscription.job.js';
import { Endings } from './ending/endings.service.js';
import { StaffCancellation } from './ending/staff-cancellation.service.js';
import { VoidInvoiceJob } from './ending/void-invoice.job.js';
import { StaffNotices } from './ending/staff-notices.service.js';
import { ExtensionsAtStripe } from './extension/extensions-at-stripe.service.js';
import { Extensions } from './extension/extensions.service.js';
import { BillingErasureRepository } from './farewell/billing-erasure.repository.js';
import { BillingErasure } from './farewell/billing-erasure.service.js';
import { DeleteCustomerJob } from './farewell/delete-customer.job.js';
import { DiscreetBooks } from './farewell/discreet-books.service.js';
import { ForgetEventsJob } from './farewell/forget-events.job.js';
import { PurchaseEnding } from './farewell/purchase-ending.service.js';
import { AlarmRepository } from './inbox/alarm.repository.js';
import { Alarm } from './inbox/alarm.service.js';
import { EventIntake } from './inbox/event-intake.service.js';
import { EventTracing } from './inbox/event-tracing.service.js';
import { FraudWarnings } from './inbox/fraud-warnings.service.js';
import { InboxDeskRepository } from './inbox/inbox-desk.repository.js';
import { InboxDesk } from './inbox/inbox-desk.service.js';
import { InboxTroubleRepository } from './inbox/inbox-trouble.repository.js';
import { InboxTrouble } from './inbox/inbox-trouble.service.js';
import { InboxMetrics } from './inbox/inbox.metrics.js';
import { InboxRepository } from './inbox/inbox.repository.js';
import { MisdirectedEvents } from './inbox/misdirected-events.service.js';
import { PaymentOwnerRepository } from './inbox/payment-owner.repository.js';
import { PaymentOwners } from './inbox/payment-owners.service.js';
import { PruneInboxJob } from './inbox/prune-inbox.job.js';
import { TraceEventJob } from './inbox/trace-event.job.js';
import { WebhookReceiver } from './inbox/webhook-receiver.service.js';
import { WebhookController } from './inbox/webhook.controller.js';
import { InvoiceListing } from './invoices/invoice-listing.service.js';
import { InvoiceRepository } from './invoices/invoice.repository.js';
import { LastSync } from './last-sync.repository.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import { MemberBooksRepository } from './ledger/member-books.repository.js';
import { BillingHealthRepository } from './figures/billing-health.repository.js';
import { BooksMetrics } from './figures/books.metrics.js';
import { BooksHealth } from './figures/books-health.service.js';
import { MemberFlowRepository } from './figures/member-flow.repository.js';
import { SellingReports } from './figures/selling-report.service.js';
import { MemberBooksDesk } from './ledger/member-books-desk.service.js';
import { MoneyBooks } from './ledger/money-books.service.js';
import { RevenueReports } from './ledger/revenue-report.service.js';
import { RevenueRepository } from './ledger/revenue.repository.js';
import { BillingPost } from './letters/billing-post.service.js';
import { LetterComposer } from './letters/letter-composer.service.js';
import { CustomerPost } from './letters/customer-post.service.js';
import { LetterRepository } from './letters/letter.repository.js';
import { RemindOfTrialEndsJob } from './letters/remind-of-trial-ends.job.js';
import { TrialReminders } from './letters/trial-reminders.service.js';
import { MyBillingController } from './my-billing.controller.js';
import { ChangePlanner } from './plan-change/change-planner.service.js';
import { PlanChangeController } from './plan-change/plan-change.controller.js';
import { PlanChangeService } from './plan-change/plan-change.service.js';
import { CustomerComparison } from './reconciliation/customer-comparison.service.js';
import { CustomerRoll } from './reconciliation/customer-roll.repository.js';
import { ReconcileJob } from './reconciliation/reconcile.job.js';
import { ReconciliationDesk } from './reconciliation/reconciliation-desk.service.js';
import { ReconciliationRunRepository } from './reconciliation/reconciliation-run.repository.js';
import { Reconciliation } from './reconciliation/reconciliation.service.js';
import { Refunds } from './refunds/refund.service.js';
import { EventReplayRepository } from './replay/event-replay.repository.js';
import { EventReplayService } from './replay/event-replay.service.js';
import { ReplayEventsJob } from './replay/replay-events.job.js';
import { CatalogueCheck } from './setup/catalogue-check.service.js';
import { StripeDoctor } from './setup/stripe-doctor.service.js';
import { StripeSetup } from './setup/stripe-setup.service.js';
import { StripeCustomerRepository } from './stripe-customer.repository.js';
import { StripeModule } from './stripe/stripe.module.js';
import { BooksWriter } from './sync/books-writer.service.js';
import { CustomerSync } from './sync/customer-sync.service.js';
import { MembershipBooks } from './sync/membership-books.service.js';
import { SubscriptionRepository } from './sync/subscription.repository.js';
import { SyncCustomerJob } from './sync/sync-customer.job.js';
import { TrialKeeper } from './sync/trial-keeper.service.js';

@Module({
  imports: [UsersModule, PlansModule, MembershipsModule, StripeModule],
  controllers: [CheckoutController, MyBillingController, PlanChangeController, WebhookController],
  providers: [
    // The account at Stripe.
    StripeCustomerRepository,
    BillingAccount,
    LastSync,
    AccountRefresh,
    CardsOnFile,
    CancellationService,
    CustomerAddress,
    WriteCustomerAddressJob,
    // Plans and prices at Stripe.
    StripeCatalogueRepository,
    PriceFinder,
    StripeCatalogue,
    ArchiveStripePriceJob,
    NameStripeProductJob,
    PlanPricing,
    // Buying.
    CheckoutRepository,
    OfferFinder,
    PromotionFinder,
    TermsOfSale,
    PurchaseReview,
    CheckoutPages,
    PurchaseMetrics,
    CheckoutService,
    CheckoutReturn,
    PurchaseOrigins,
    Joins,
    // What Stripe sends.
    InboxRepository,
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
    InboxMetrics,
    InboxDeskRepository,
    InboxDesk,
    PruneInboxJob,
    WebhookReceiver,
    // From what Stripe says to our books.
    SubscriptionRepository,
    MembershipBooks,
    BooksWriter,
    CustomerSync,
    TrialKeeper,
    JoinKeeper,
    SyncCustomerJob,
    // Money that moved.
    LedgerRepository,
    MoneyBooks,
    RevenueRepository,
    RevenueReports,
    MemberFlowRepository,
    BillingHealthRepository,
    BooksMetrics,
    SellingReports,
    BooksHealth,
    MemberBooksRepository,
    MemberBooksDesk,
    // Invoices.
    InvoiceRepository,
    InvoiceListing,
    // What is written about it.
    LetterRepository,
    BillingPost,
    LetterComposer,
    CustomerPost,
    RemindOfTrialEndsJob,
    TrialReminders,
    // What must not go on.
    Endings,
    EndSubscriptionJob,
    VoidInvoiceJob,
    StaffCancellation,
    StaffNotices,
    // Giving back, and giving time.
    Refunds,
    Extensions,
    ExtensionsAtStripe,
    // Changing the plan.
    ChangePlanner,
    PlanChangeService,
    // What is held of somebody.
    BillingDisclosure,
    // Leaving for good.
    BillingErasureRepository,
    BillingErasure,
    DeleteCustomerJob,
    DiscreetBooks,
    ForgetEventsJob,
    PurchaseEnding,
    // What it sent and we missed.
    EventReplayRepository,
    EventReplayService,
    ReplayEventsJob,
    // Everybody, compared.
    CustomerRoll,
    CustomerComparison,
    ReconciliationRunRepository,
    ReconciliationDesk,
    ReconcileJob,
    Reconciliation,
    // Setting Stripe up.
    CatalogueCheck,
    StripeSetup,
    StripeDoctor,
  ],
  exports: [
    AccountRefresh,
    CardsOnFile,
    BillingAccount,
    BillingDisclosure,
    BillingErasure,
    PurchaseEnding,
    StaffCancellation,
    Extensions,
    Refunds,
    RevenueReports,
    SellingReports,
    BooksHealth,
    MemberBooksDesk,
    CheckoutService,
    CheckoutReturn,
    Joins,
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
