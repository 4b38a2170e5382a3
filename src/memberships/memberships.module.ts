/** The memberships room. */
import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { ComplimentaryMemberships } from './complimentary.service.js';
import { MembershipController } from './membership.controller.js';
import { MembershipDesk } from './membership-desk.service.js';
import { MembershipKeeper } from './membership-keeper.service.js';
import { MembershipRepository } from './membership.repository.js';
import { TrialLedger } from './trial-ledger.repository.js';

@Module({
  imports: [PlansModule],
  controllers: [MembershipController],
  providers: [
    ComplimentaryMemberships,
    MembershipDesk,
    MembershipKeeper,
    MembershipRepository,
    TrialLedger,
  ],
  exports: [ComplimentaryMemberships, MembershipDesk, MembershipKeeper, TrialLedger],
})
export class MembershipsModule {}
