/** Remembers when somebody has shown in her session that the account is hers. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class SessionProofRepository {
  constructor(private readonly database: Database) {}

  /** Its owner has shown that it is still hers. */
  async prove(id: string, proof: { provenAt?: Date; secondFactorAt?: Date }): Promise<void> {
    await this.database.client.session.updateMany({
      where: { id, endedAt: null },
      data: proof,
    });
  }

  /** Lets go what was shown in all of an account's sessions but one: there she has to show it anew. */
  async unprove(userId: string, except: string): Promise<void> {
    await this.database.client.session.updateMany({
      where: { userId, NOT: { id: except }, endedAt: null },
      data: { provenAt: new Date(0) },
    });
  }
}
