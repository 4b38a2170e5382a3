/**
 * Carries into the account that somebody signs in to what she has read as a stranger in her browser, and with an
 * account that she has deleted: nothing is refilled.
 */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SignIns } from '../../users/sign-in/sign-in.facts.js';
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
    this.signIns.hear(async ({ userId, email, device }) => {
      await this.meter.carryOn(email, userId);
      const { id, isNew } = this.visits.visitorOf(device);
      if (!isNew) await this.meter.carry(id, userId);
    });
  }
}
