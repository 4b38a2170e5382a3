/** The challenges that are over, whoever was to answer them. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class ExpiredChallengeRepository {
  constructor(private readonly database: Database) {}

  async forgetBefore(instant: Date): Promise<void> {
    await this.database.client.challenge.deleteMany({ where: { expiresAt: { lt: instant } } });
  }
}
