/** One door for staff: controllers that call the rooms below. */
import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { ArticlesModule } from '../articles/articles.module.js';
import { BillingModule } from '../billing/billing.module.js';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PaywallModule } from '../paywall/paywall.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccessPreviewAdminController } from './access-preview-admin.controller.js';
import { ArticlesAdminController } from './articles-admin.controller.js';
import { AuditAdminController } from './audit-admin.controller.js';
import { AuthorsAdminController } from './authors-admin.controller.js';
import { Deeds } from './deeds.service.js';
import { GatesAdminController } from './gates-admin.controller.js';
import { GiftsAdminController } from './gifts-admin.controller.js';
import { InstitutionsAdminController } from './institutions-admin.controller.js';
import { MachinesAdminController } from './machines-admin.controller.js';
import { MemberDeedsController } from './member-deeds.controller.js';
import { MemberDeeds } from './member-deeds.service.js';
import { MembersAdminController } from './members-admin.controller.js';
import { MembersAdmin } from './members-admin.service.js';
import { MeterAdminController } from './meter-admin.controller.js';
import { PlanReferences } from './plan-references.service.js';
import { PlansAdminController } from './plans-admin.controller.js';
import { PreviewsAdminController } from './previews-admin.controller.js';
import { PublishingAdminController } from './publishing-admin.controller.js';
import { RevenueAdminController } from './revenue-admin.controller.js';
import { SectionsAdminController } from './sections-admin.controller.js';
import { ReconciliationAdminController } from './reconciliation-admin.controller.js';
import { WebhookEventsAdminController } from './webhook-events-admin.controller.js';

@Module({
  imports: [
    UsersModule,
    AccountModule,
    ArticlesModule,
    PlansModule,
    MembershipsModule,
    BillingModule,
    PaywallModule,
  ],
  controllers: [
    ArticlesAdminController,
    PublishingAdminController,
    PreviewsAdminController,
    AccessPreviewAdminController,
    AuthorsAdminController,
    SectionsAdminController,
    PlansAdminController,
    MembersAdminController,
    MemberDeedsController,
    AuditAdminController,
    RevenueAdminController,
    MeterAdminController,
    MachinesAdminController,
    GiftsAdminController,
    InstitutionsAdminController,
    GatesAdminController,
    WebhookEventsAdminController,
    ReconciliationAdminController,
  ],
  providers: [Deeds, MemberDeeds, MembersAdmin, PlanReferences],
})
export class AdminModule {}
