/** What machines may have: search engines that prove who they are, AI crawlers with a licence. */
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { UsersModule } from '../../users/users.module.js';
import { CrawlerVerifier } from './crawler-verifier.service.js';
import { HostNames } from './host-names.js';
import { LicenceGuard } from './licence.guard.js';
import { MachineSettingsRepository } from './machine-settings.repository.js';
import { PublishedAddresses } from './published-addresses.js';

@Module({
  imports: [UsersModule],
  providers: [
    MachineSettingsRepository,
    PublishedAddresses,
    HostNames,
    CrawlerVerifier,
    { provide: APP_GUARD, useClass: LicenceGuard },
  ],
  exports: [MachineSettingsRepository, CrawlerVerifier],
})
export class MachinesModule {}
