/** Carries what a stranger has read in her browser into the account that she signs in to, so that nothing is refilled. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SignIns } from '../../users/sign-in.facts.js';
import { Visits } from '../reading/visits.service.js';
import { MeterService } from './meter.service.js';

@Injectable()
export class ReadsAtSignIn implements OnModuleInit {
  constructor(
    private readonly signIns: SignIns,
    private readonly visits: Visits,
    private readonly meter: MeterService,
  ) {}

  onModuleInit(): void {
    this.signIns.hear(async ({ userId, device }) => {
      const { id, isNew } = this.visits.visitorOf(device);
      if (!isNew) await this.meter.carry(id, userId);
    });
  }
}
