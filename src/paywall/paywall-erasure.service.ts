/** Forgets what somebody read, gave and was given: nobody's business once she is gone. */
import { Injectable } from '@nestjs/common';
import { GiftDesk } from './gifts/gift-desk.service.js';
import { ReaderDirectory } from '../users/reader-directory.service.js';
import { MeterService } from './meter/meter.service.js';

@Injectable()
export class PaywallErasure {
  constructor(
    private readonly readers: ReaderDirectory,
    private readonly meter: MeterService,
    private readonly gifts: GiftDesk,
  ) {}

  /** In the transaction of her farewell. */
  async forget(userId: string): Promise<void> {
    const account = await this.readers.byId(userId);
    if (account === null || account.deletedAt !== null) return;
    await this.meter.forget(account);
    await this.gifts.forget(userId);
  }
}
