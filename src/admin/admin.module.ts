/** One door for staff: controllers that call the rooms below. */
import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { ArticlesModule } from '../articles/articles.module.js';
import { BillingModule } from '../billing/billing.module.js';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PaywallModule } from '../paywall/paywall.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccessPreviewAdminController } from './articles/access-preview-admin.controller.js';
import { ArticlesAdminController } from './articles/articles-admin.controller.js';
import { AuditAdminController } from './audit/audit-admin.controller.js';
import { AuthorsAdminController } from './articles/authors-admin.controller.js';
import { Deeds } from './deeds.service.js';
import { GatesAdminController } from './articles/gates-admin.controller.js';
import { GiftsAdminController } from './wall/gifts-admin.controller.js';
import { InstitutionsAdminController } from './wall/institutions-admin.controller.js';
import { MachinesAdminController } from './wall/machines-admin.controller.js';
import { MemberDeedsController } from './members/member-deeds.controller.js';
import { MemberDeeds } from './members/member-deeds.service.js';
import { MembersAdminController } from './members/members-admin.controller.js';
import { MembersAdmin } from './members/members-admin.service.js';
import { MeterAdminController } from './wall/meter-admin.controller.js';
import { PlanReferences } from './selling/plan-references.service.js';
import { PlansAdminController } from './selling/plans-admin.controller.js';
import { PreviewsAdminController } from './articles/previews-admin.controller.js';
import { PublishingAdminController } from './articles/publishing-admin.controller.js';
import { RevenueAdminController } from './selling/revenue-admin.controller.js';
import { SectionsAdminController } from './articles/sections-admin.controller.js';
import { ReconciliationAdminController } from './selling/reconciliation-admin.controller.js';
import { WebhookEventsAdminController } from './selling/webhook-events-admin.controller.js';

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
