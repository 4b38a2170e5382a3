/** Forgets what somebody read, gave and was given: nobody's business once she is gone. */
import { Injectable } from '@nestjs/common';
import { GiftDesk } from './gifts/gift-desk.service.js';
import { MeterService } from './meter/meter.service.js';

@Injectable()
export class PaywallErasure {
  constructor(
    private readonly meter: MeterService,
    private readonly gifts: GiftDesk,
  ) {}

  /** In the transaction of her farewell. */
  async forget(userId: string): Promise<void> {
    await this.meter.forget(userId);
    await this.gifts.forget(userId);
  }
}
