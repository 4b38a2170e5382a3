/** The memberships room. */
import { Global, Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { UsersModule } from '../users/users.module.js';
import { Errands } from '../users/errand.js';
import { ReaderFinder } from '../users/reader-finder.js';
import { AccessEnds } from './access-end.repository.js';
import { CensusRepository } from './figures/census.repository.js';
import { ComplimentaryMemberships } from './complimentary.service.js';
import { MemberCensus } from './figures/member-census.service.js';
import { MemberFinder } from './member-finder.repository.js';
import { MembershipController } from './membership.controller.js';
import { MembershipDesk } from './membership-desk.service.js';
import { MembershipDisclosure } from './membership-disclosure.repository.js';
import { MembershipInHand } from './membership-in-hand.service.js';
import { MembershipKeeper } from './membership-keeper.service.js';
import { MembershipRepository } from './membership.repository.js';
import { TrialLedger } from './trial-ledger.repository.js';
import { TrialsOfMovedAccounts } from './trials-of-moved-accounts.service.js';

/** Global, for the room of users, which asks for it, lies below. */
@Global()
@Module({
  providers: [Errands, MemberFinder, { provide: ReaderFinder, useExisting: MemberFinder }],
  exports: [Errands, MemberFinder, ReaderFinder],
})
class MemberFinderModule {}

@Module({
  imports: [MemberFinderModule, PlansModule, UsersModule],
  controllers: [MembershipController],
  providers: [
    AccessEnds,
    CensusRepository,
    ComplimentaryMemberships,
    MemberCensus,
    MembershipDesk,
    MembershipDisclosure,
    MembershipInHand,
    MembershipKeeper,
    MembershipRepository,
    TrialLedger,
    TrialsOfMovedAccounts,
  ],
  exports: [
    AccessEnds,
    CensusRepository,
    ComplimentaryMemberships,
    MemberCensus,
    MembershipDesk,
    MembershipDisclosure,
    MembershipInHand,
    MembershipKeeper,
    TrialLedger,
  ],
})
export class MembershipsModule {}
