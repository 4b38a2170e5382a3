/** The paywall room: may this reader read this article? */
import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccessJudge } from './decision/access-judge.service.js';
import { GiftBook } from './gifts/gift-book.service.js';
import { InstitutionFinder } from './institutions/institution-finder.service.js';
import { CrawlerVerifier } from './machines/crawler-verifier.service.js';
import { MeterRepository } from './meter/meter.repository.js';
import { MeterSettingsRepository } from './meter/meter-settings.repository.js';
import { MeterService } from './meter/meter.service.js';
import { ReadingController } from './reading/reading.controller.js';
import { ReadingDoor } from './reading/reading-door.service.js';
import { ReadingService } from './reading/reading.service.js';
import { Visits } from './reading/visits.service.js';
import { WallService } from './reading/wall.service.js';

@Module({
  imports: [ArticlesModule, PlansModule, MembershipsModule, UsersModule],
  controllers: [ReadingController],
  providers: [
    ReadingDoor,
    ReadingService,
    WallService,
    Visits,
    AccessJudge,
    GiftBook,
    InstitutionFinder,
    CrawlerVerifier,
    MeterService,
    MeterRepository,
    MeterSettingsRepository,
  ],
  exports: [ReadingDoor, MeterService, MeterSettingsRepository],
})
export class PaywallModule {}
