/** The mailed codes and links that are over, whosever they were. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class ExpiredProofRepository {
  constructor(private readonly database: Database) {}

  async forgetBefore(instant: Date): Promise<void> {
    await this.database.client.emailProof.deleteMany({ where: { expiresAt: { lt: instant } } });
  }
}
