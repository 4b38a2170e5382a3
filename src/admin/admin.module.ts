/** One door for staff: controllers that call the rooms below. */
import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { ArticlesModule } from '../articles/articles.module.js';
import { BillingModule } from '../billing/billing.module.js';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PaywallModule } from '../paywall/paywall.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { IntakeModule } from '../users/intake/intake.module.js';
import { RemarksModule } from '../users/remarks/remarks.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccessPreviewAdminController } from './articles/access-preview-admin.controller.js';
import { ArticleDeeds } from './articles/article-deeds.service.js';
import { ArticleDeedsAdminController } from './articles/article-deeds-admin.controller.js';
import { ArticlesAdminController } from './articles/articles-admin.controller.js';
import { AuditAdminController } from './audit/audit-admin.controller.js';
import { AuthorsAdminController } from './articles/authors-admin.controller.js';
import { BulkArticlesController } from './articles/bulk/bulk.controller.js';
import { BulkArticles } from './articles/bulk/bulk-articles.service.js';
import { Colleagues } from './articles/colleagues.service.js';
import { ConsoleController } from './console/console.controller.js';
import { ConsoleFiles } from './console/console-files.js';
import { Deeds } from './deeds.service.js';
import { FormerSlugsAdminController } from './articles/former-slugs-admin.controller.js';
import { ForgetImportLinesJob } from './members/csv/forget-import-lines.job.js';
import { ImportLineRepository } from './members/csv/import-line.repository.js';
import { ImportedMembers } from './members/csv/imported-members.service.js';
import { MemberExport } from './members/csv/member-export.service.js';
import { MemberImportRepository } from './members/csv/member-import.repository.js';
import { MemberImports } from './members/csv/member-imports.service.js';
import { MemberIntake } from './members/csv/member-intake.service.js';
import { MembersCsvController } from './members/csv/members-csv.controller.js';
import { TakeInMembersJob } from './members/csv/take-in-members.job.js';
import { GatesAdminController } from './articles/gates-admin.controller.js';
import { GiftsAdminController } from './wall/gifts-admin.controller.js';
import { InstitutionsAdminController } from './wall/institutions-admin.controller.js';
import { MachinesAdminController } from './wall/machines-admin.controller.js';
import { ImpersonationController } from './members/impersonation/impersonation.controller.js';
import { MemberDealings } from './members/life/member-dealings.service.js';
import { MemberLifeController } from './members/life/member-life.controller.js';
import { MemberLife } from './members/life/member-life.service.js';
import { MemberReading } from './members/life/member-reading.service.js';
import { MemberRemarksController } from './members/notes/member-remarks.controller.js';
import { MemberRemarks } from './members/notes/member-remarks.service.js';
import { MemberRollRepository } from './members/finding/member-roll.repository.js';
import { MemberRoll } from './members/finding/member-roll.service.js';
import { MemberTraces } from './members/life/member-traces.service.js';
import { TimelineRepository } from './members/life/timeline.repository.js';
import { Timelines } from './members/life/timeline.service.js';
import { MemberDeedsController } from './members/member-deeds.controller.js';
import { MemberDeeds } from './members/member-deeds.service.js';
import { MembersAdminController } from './members/members-admin.controller.js';
import { MembersAdmin } from './members/members-admin.service.js';
import { MeterAdminController } from './wall/meter-admin.controller.js';
import { OverviewController } from './overview/overview.controller.js';
import { Overview } from './overview/overview.service.js';
import { PlanMembersController } from './selling/plan-members.controller.js';
import { PlanReferences } from './selling/plan-references.service.js';
import { PlansAdminController } from './selling/plans-admin.controller.js';
import { PreviewsAdminController } from './articles/previews-admin.controller.js';
import { PublishingAdminController } from './articles/publishing-admin.controller.js';
import { RevisionsAdminController } from './articles/revisions-admin.controller.js';
import { RevenueAdminController } from './selling/revenue-admin.controller.js';
import { SignOutAdminController } from './members/sign-out-admin.controller.js';
import { RolesAdminController } from './members/roles-admin.controller.js';
import { SectionsAdminController } from './articles/sections-admin.controller.js';
import { TagsAdminController } from './articles/tags-admin.controller.js';
import { ReconciliationAdminController } from './selling/reconciliation-admin.controller.js';
import { WebhookEventsAdminController } from './selling/webhook-events-admin.controller.js';

@Module({
  imports: [
    UsersModule,
    RemarksModule,
    IntakeModule,
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
    FormerSlugsAdminController,
    RevisionsAdminController,
    ArticleDeedsAdminController,
    BulkArticlesController,
    PreviewsAdminController,
    AccessPreviewAdminController,
    AuthorsAdminController,
    SectionsAdminController,
    TagsAdminController,
    PlansAdminController,
    PlanMembersController,
    MembersCsvController,
    MembersAdminController,
    MemberLifeController,
    MemberRemarksController,
    ImpersonationController,
    MemberDeedsController,
    RolesAdminController,
    SignOutAdminController,
    AuditAdminController,
    RevenueAdminController,
    OverviewController,
    MeterAdminController,
    MachinesAdminController,
    GiftsAdminController,
    InstitutionsAdminController,
    GatesAdminController,
    WebhookEventsAdminController,
    ReconciliationAdminController,
    ConsoleController,
  ],
  providers: [
    ConsoleFiles,
    Deeds,
    ArticleDeeds,
    Colleagues,
    BulkArticles,
    MemberDeeds,
    MembersAdmin,
    MemberRoll,
    MemberRollRepository,
    MemberLife,
    MemberDealings,
    MemberReading,
    MemberTraces,
    Timelines,
    TimelineRepository,
    MemberRemarks,
    MemberExport,
    MemberImports,
    MemberImportRepository,
    ImportLineRepository,
    ImportedMembers,
    MemberIntake,
    TakeInMembersJob,
    ForgetImportLinesJob,
    PlanReferences,
    Overview,
  ],
})
export class AdminModule {}
