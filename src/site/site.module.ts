/** The site room: the reader's pages, rendered on the server. */
import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { ArticlesModule } from '../articles/articles.module.js';
import { BillingModule } from '../billing/billing.module.js';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PaywallModule } from '../paywall/paywall.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccountDesk } from './account/account-desk.service.js';
import { AccountPageController } from './account/account-page.controller.js';
import { ArticleFoot } from './article-foot.service.js';
import { ArticlePageController } from './article-page.controller.js';
import { AskedMail } from './sign-in/asked-mail.service.js';
import { AssetsController } from './assets.controller.js';
import { ArticlePages } from './article-pages.service.js';
import { BareFrames } from './bare-frames.service.js';
import { ChangeDesk } from './account/change-desk.service.js';
import { CheckoutReturnController } from './joining/checkout-return.controller.js';
import { Doorway } from './sign-in/doorway.service.js';
import { FarewellPageController } from './account/farewell-page.controller.js';
import { FrontPageController } from './front-page.controller.js';
import { GiftPageController } from './account/gift-page.controller.js';
import { GiftsOnThePage } from './account/gifts-on-the-page.service.js';
import { JoinController } from './joining/join.controller.js';
import { WayBack } from './joining/way-back.service.js';
import { JoinDesk } from './joining/join-desk.service.js';
import { JoinMetrics } from './joining/join.metrics.js';
import { Leaves } from './lists/leaves.service.js';
import { ListPagesController } from './lists/list-pages.controller.js';
import { FeedsController } from './machines/feeds.controller.js';
import { Feeds } from './machines/feeds.service.js';
import { MachineFilesController } from './machines/machine-files.controller.js';
import { MachineFiles } from './machines/machine-files.service.js';
import { StandingPages } from './machines/standing-pages.service.js';
import { Sitemaps } from './machines/sitemaps.service.js';
import { MailDesk } from './sign-in/mail-desk.service.js';
import { ChangePageController } from './account/change-page.controller.js';
import { DisclosurePageController } from './account/disclosure-page.controller.js';
import { InvoicesOnThePage } from './account/invoices-on-the-page.service.js';
import { InvoicesPageController } from './account/invoices-page.controller.js';
import { LeavingPageController } from './account/leaving-page.controller.js';
import { MembershipOnThePage } from './account/membership-on-the-page.service.js';
import { AccountVisits } from './account/account-visits.service.js';
import { Offers } from './offers.service.js';
import { OfflineController } from './offline/offline.controller.js';
import { KeptPages } from './kept-pages.service.js';
import { PageFrames } from './page-frames.service.js';
import { PreviewPageController } from './preview-page.controller.js';
import { RegisterPageController } from './sign-in/register-page.controller.js';
import { ResetPasswordPageController } from './sign-in/reset-password-page.controller.js';
import { ReturnPlace } from './return-place.service.js';
import { EmailPageController } from './safety/email-page.controller.js';
import { AuthenticatorPageController } from './safety/authenticator-page.controller.js';
import { FreshVisits } from './safety/fresh-visits.service.js';
import { PasskeyPageController } from './safety/passkey-page.controller.js';
import { PasswordPageController } from './safety/password-page.controller.js';
import { RecoveryCodesPageController } from './safety/recovery-codes-page.controller.js';
import { SecurityDesk } from './safety/security-desk.service.js';
import { SecurityPageController } from './safety/security-page.controller.js';
import { ProofPageController } from './safety/proof-page.controller.js';
import { SearchPageController } from './search-page.controller.js';
import { SecondStepPageController } from './sign-in/second-step-page.controller.js';
import { PasskeyDoorController } from './sign-in/passkey-door.controller.js';
import { SignInPageController } from './sign-in/sign-in-page.controller.js';
import { SiteAssets } from './site-assets.js';
import { SiteErrorPages } from './site-error-pages.service.js';

@Module({
  imports: [
    UsersModule,
    ArticlesModule,
    PlansModule,
    MembershipsModule,
    BillingModule,
    PaywallModule,
    AccountModule,
  ],
  controllers: [
    FrontPageController,
    ListPagesController,
    ArticlePageController,
    PreviewPageController,
    JoinController,
    CheckoutReturnController,
    SignInPageController,
    PasskeyDoorController,
    SecondStepPageController,
    RegisterPageController,
    ResetPasswordPageController,
    AccountPageController,
    ChangePageController,
    LeavingPageController,
    InvoicesPageController,
    DisclosurePageController,
    FarewellPageController,
    ProofPageController,
    EmailPageController,
    SecurityPageController,
    PasswordPageController,
    AuthenticatorPageController,
    RecoveryCodesPageController,
    PasskeyPageController,
    GiftPageController,
    AssetsController,
    OfflineController,
    SearchPageController,
    MachineFilesController,
    FeedsController,
  ],
  providers: [
    SiteAssets,
    ArticlePages,
    BareFrames,
    KeptPages,
    PageFrames,
    Leaves,
    ArticleFoot,
    SiteErrorPages,
    ReturnPlace,
    Doorway,
    AskedMail,
    FreshVisits,
    SecurityDesk,
    MailDesk,
    Offers,
    JoinDesk,
    JoinMetrics,
    WayBack,
    AccountDesk,
    AccountVisits,
    InvoicesOnThePage,
    MembershipOnThePage,
    ChangeDesk,
    GiftsOnThePage,
    Feeds,
    StandingPages,
    Sitemaps,
    MachineFiles,
  ],
})
export class SiteModule {}
