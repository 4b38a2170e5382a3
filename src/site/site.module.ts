/** The site room: the reader's pages, rendered on the server. */
import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { ArticlesModule } from '../articles/articles.module.js';
import { BillingModule } from '../billing/billing.module.js';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PaywallModule } from '../paywall/paywall.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccountDesk } from './account-desk.service.js';
import { AccountPageController } from './account-page.controller.js';
import { ArticlePageController } from './article-page.controller.js';
import { AskedMail } from './asked-mail.service.js';
import { AssetsController } from './assets.controller.js';
import { BareFrames } from './bare-frames.service.js';
import { ChangeDesk } from './change-desk.service.js';
import { CheckoutReturnController } from './checkout-return.controller.js';
import { Doorway } from './doorway.service.js';
import { FarewellPageController } from './farewell-page.controller.js';
import { FrontPageController } from './front-page.controller.js';
import { GiftPageController } from './gift-page.controller.js';
import { GiftsOnThePage } from './gifts-on-the-page.service.js';
import { JoinController } from './join.controller.js';
import { JoinDesk } from './join.service.js';
import { FeedsController } from './machines/feeds.controller.js';
import { Feeds } from './machines/feeds.service.js';
import { MachineFilesController } from './machines/machine-files.controller.js';
import { MachineFiles } from './machines/machine-files.service.js';
import { Sitemaps } from './machines/sitemaps.service.js';
import { MailDesk } from './mail-desk.service.js';
import { MembershipPageController } from './membership-page.controller.js';
import { Offers } from './offers.service.js';
import { PageFrames } from './page-frames.service.js';
import { PreviewPageController } from './preview-page.controller.js';
import { RegisterPageController } from './register-page.controller.js';
import { ResetPasswordPageController } from './reset-password-page.controller.js';
import { ReturnPlace } from './return-place.service.js';
import { EmailPageController } from './safety/email-page.controller.js';
import { FreshVisits } from './safety/fresh-visits.service.js';
import { ProofPageController } from './safety/proof-page.controller.js';
import { SearchPageController } from './search-page.controller.js';
import { SecondStepPageController } from './second-step-page.controller.js';
import { SignInPageController } from './sign-in-page.controller.js';
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
    ArticlePageController,
    PreviewPageController,
    JoinController,
    CheckoutReturnController,
    SignInPageController,
    SecondStepPageController,
    RegisterPageController,
    ResetPasswordPageController,
    AccountPageController,
    MembershipPageController,
    FarewellPageController,
    ProofPageController,
    EmailPageController,
    GiftPageController,
    AssetsController,
    SearchPageController,
    MachineFilesController,
    FeedsController,
  ],
  providers: [
    SiteAssets,
    BareFrames,
    PageFrames,
    SiteErrorPages,
    ReturnPlace,
    Doorway,
    AskedMail,
    FreshVisits,
    MailDesk,
    Offers,
    JoinDesk,
    AccountDesk,
    ChangeDesk,
    GiftsOnThePage,
    Feeds,
    Sitemaps,
    MachineFiles,
  ],
})
export class SiteModule {}
