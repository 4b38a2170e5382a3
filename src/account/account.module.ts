/** The account room: what a reader is told about herself, put together from the rooms below. */
import { Module } from '@nestjs/common';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PaywallModule } from '../paywall/paywall.module.js';
import { UsersModule } from '../users/users.module.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';

@Module({
  imports: [UsersModule, MembershipsModule, PaywallModule],
  controllers: [MeController],
  providers: [MeService],
  exports: [MeService],
})
export class AccountModule {}
