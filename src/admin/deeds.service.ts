/** Does something for a member of staff and writes down that she did it, in one transaction. */
import { Injectable } from '@nestjs/common';
import { Audit, type ChangingDeed, type Deed } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import type { Reader } from '../users/reader.js';

@Injectable()
export class Deeds {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @param deedOf what was done, once it is */
  done<T>(
    { id: actorId }: Reader,
    work: () => Promise<T>,
    deedOf: (result: T) => Omit<Deed, 'actorId'>,
  ): Promise<T> {
    return this.database.transaction(async () => {
      const result = await work();
      await this.audit.record({ ...deedOf(result), actorId });
      return result;
    });
  }

  /** The same for a deed that changes something: what differs is kept as it was and as it is. */
  changed<T>(
    { id: actorId }: Reader,
    deed: Omit<ChangingDeed, 'actorId'>,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.audit.recordChange({ ...deed, actorId }, work);
  }

  /** For work that asks others outside of its transactions, and says itself when it is done. */
  witness({ id: actorId }: Reader): (deed: Omit<Deed, 'actorId'>) => Promise<void> {
    return (deed) => this.audit.record({ ...deed, actorId });
  }
}
