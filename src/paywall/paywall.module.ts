/** The paywall room: may this reader read this article? */
import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { BillingModule } from '../billing/billing.module.js';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccessCheckController } from './access-check/access-check.controller.js';
import { AccessCheck } from './access-check/access-check.service.js';
import { AccessPreview } from './decision/access-preview.service.js';
import { MemberInQuestion } from './decision/member-in-question.service.js';
import { AccessJudge } from './decision/access-judge.service.js';
import { ArticleDays } from './figures/article-days.repository.js';
import { CountedJoins } from './figures/counted-joins.service.js';
import { ReadCounts } from './figures/read-counts.service.js';
import { ReadMetrics } from './figures/read.metrics.js';
import { GiftAllowances } from './gifts/gift-allowance.service.js';
import { GiftBook } from './gifts/gift-book.service.js';
import { GiftDesk } from './gifts/gift-desk.service.js';
import { GiftGiving } from './gifts/gift-giving.service.js';
import { GiftLinks } from './gifts/gift-links.service.js';
import { GiftOpeningRepository } from './gifts/gift-opening.repository.js';
import { GiftRepository } from './gifts/gift.repository.js';
import { GiftSettingsRepository } from './gifts/gift-settings.repository.js';
import { GiftableArticles } from './gifts/giftable-articles.service.js';
import { GiftsController } from './gifts/gifts.controller.js';
import { InstitutionDesk } from './institutions/institution-desk.service.js';
import { InstitutionFinder } from './institutions/institution-finder.service.js';
import { InstitutionReadRepository } from './institutions/institution-read.repository.js';
import { InstitutionRepository } from './institutions/institution.repository.js';
import { MachinesModule } from './machines/machines.module.js';
import { ForgetReadsJob } from './meter/forget-reads.job.js';
import { ForgettingRepository } from './meter/forgetting.repository.js';
import { MemberReads } from './meter/member-reads.repository.js';
import { MeterEffectRepository } from './meter/meter-effect.repository.js';
import { MeterEffects } from './meter/meter-effects.service.js';
import { MeterDesk } from './meter/meter-desk.service.js';
import { MeterRepository } from './meter/meter.repository.js';
import { MeterSettingsRepository } from './meter/meter-settings.repository.js';
import { MeterMetrics } from './meter/meter.metrics.js';
import { MeterService } from './meter/meter.service.js';
import { ReadsAtSignIn } from './meter/reads-at-sign-in.service.js';
import { StrangerNames } from './meter/stranger-names.service.js';
import { PaywallDisclosure } from './paywall-disclosure.repository.js';
import { PaywallErasure } from './paywall-erasure.service.js';
import { EndedPreviewRepository } from './previews/ended-preview.repository.js';
import { ForgetPreviewsJob } from './previews/forget-previews.job.js';
import { PreviewDesk } from './previews/preview-desk.service.js';
import { PreviewDoor } from './previews/preview-door.service.js';
import { PreviewJudge } from './previews/preview-judge.service.js';
import { PreviewLinks } from './previews/preview-links.service.js';
import { PreviewRepository } from './previews/preview.repository.js';
import { PreviewsController } from './previews/previews.controller.js';
import { Brought } from './reading/brought.service.js';
import { ReadingController } from './reading/reading.controller.js';
import { ReadingDoor } from './reading/reading-door.service.js';
import { ReadingErrand } from './reading/reading-errand.service.js';
import { ReadingService } from './reading/reading.service.js';
import { WrittenReadings } from './reading/written-readings.service.js';
import { ToldByAddress } from './reading/told-by-address.service.js';
import { Visits } from './reading/visits.service.js';
import { WallService } from './reading/wall.service.js';

@Module({
  imports: [
    ArticlesModule,
    PlansModule,
    MembershipsModule,
    BillingModule,
    UsersModule,
    MachinesModule,
  ],
  controllers: [AccessCheckController, ReadingController, PreviewsController, GiftsController],
  providers: [
    Brought,
    ReadingDoor,
    ReadingErrand,
    ReadingService,
    WrittenReadings,
    ToldByAddress,
    WallService,
    Visits,
    AccessCheck,
    AccessJudge,
    AccessPreview,
    MemberInQuestion,
    GiftBook,
    GiftLinks,
    GiftAllowances,
    GiftGiving,
    GiftableArticles,
    GiftDesk,
    GiftRepository,
    GiftOpeningRepository,
    GiftSettingsRepository,
    InstitutionFinder,
    InstitutionDesk,
    InstitutionRepository,
    InstitutionReadRepository,
    PreviewDesk,
    PreviewDoor,
    PreviewJudge,
    PreviewLinks,
    PreviewRepository,
    EndedPreviewRepository,
    ForgetPreviewsJob,
    PaywallDisclosure,
    PaywallErasure,
    ArticleDays,
    CountedJoins,
    ReadCounts,
    ReadMetrics,
    ForgetReadsJob,
    ForgettingRepository,
    MemberReads,
    MeterDesk,
    MeterEffects,
    MeterEffectRepository,
    MeterMetrics,
    MeterService,
    MeterRepository,
    MeterSettingsRepository,
    ReadsAtSignIn,
    StrangerNames,
  ],
  exports: [
    InstitutionFinder,
    AccessPreview,
    ArticleDays,
    MachinesModule,
    PreviewDesk,
    PreviewDoor,
    PreviewLinks,
    ReadingDoor,
    MemberReads,
    MeterDesk,
    MeterEffects,
    MeterService,
    GiftAllowances,
    GiftGiving,
    GiftDesk,
    GiftLinks,
    GiftSettingsRepository,
    InstitutionDesk,
    PaywallDisclosure,
    PaywallErasure,
  ],
})
export class PaywallModule {}
