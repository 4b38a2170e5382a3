/** Somebody moves her account to another address: the trial that she has had goes along, also beyond her account. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EmailChanges } from '../users/email-change/email-changes.facts.js';
import { TrialLedger } from './trial-ledger.repository.js';

@Injectable()
export class TrialsOfMovedAccounts implements OnModuleInit {
  constructor(
    private readonly changes: EmailChanges,
    private readonly trials: TrialLedger,
  ) {}

  onModuleInit(): void {
    this.changes.hear(({ userId, email }) => this.trials.follow(userId, email));
  }
}
