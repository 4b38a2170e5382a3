/** The account room: what a reader is told about herself, put together from the rooms below. */
import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module.js';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PaywallModule } from '../paywall/paywall.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccountDeletion } from './account-deletion.service.js';
import { DisclosureController } from './disclosure.controller.js';
import { Disclosure } from './disclosure.service.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';

@Module({
  imports: [UsersModule, MembershipsModule, BillingModule, PaywallModule],
  controllers: [MeController, DisclosureController],
  providers: [AccountDeletion, Disclosure, MeService],
  exports: [AccountDeletion, Disclosure, MeService],
})
export class AccountModule {}
