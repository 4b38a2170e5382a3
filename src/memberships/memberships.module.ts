/** The memberships room. */
import { Global, Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { ReaderFinder } from '../users/reader-finder.js';
import { ComplimentaryMemberships } from './complimentary.service.js';
import { MemberFinder } from './member-finder.repository.js';
import { MembershipController } from './membership.controller.js';
import { MembershipDesk } from './membership-desk.service.js';
import { MembershipInHand } from './membership-in-hand.service.js';
import { MembershipKeeper } from './membership-keeper.service.js';
import { MembershipRepository } from './membership.repository.js';
import { TrialLedger } from './trial-ledger.repository.js';

/** Global, for the room of users, which asks for it, lies below. */
@Global()
@Module({
  providers: [MemberFinder, { provide: ReaderFinder, useExisting: MemberFinder }],
  exports: [MemberFinder, ReaderFinder],
})
class MemberFinderModule {}

@Module({
  imports: [MemberFinderModule, PlansModule],
  controllers: [MembershipController],
  providers: [
    ComplimentaryMemberships,
    MembershipDesk,
    MembershipInHand,
    MembershipKeeper,
    MembershipRepository,
    TrialLedger,
  ],
  exports: [
    ComplimentaryMemberships,
    MembershipDesk,
    MembershipInHand,
    MembershipKeeper,
    TrialLedger,
  ],
})
export class MembershipsModule {}
