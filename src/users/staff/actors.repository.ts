/** Knows who acted, for whoever reads the audit. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** As she is called now; one who has gone has no name, and an address that is none. */
export interface Actor {
  id: string;
  email: string;
  name: string | null;
}

@Injectable()
export class Actors {
  constructor(private readonly database: Database) {}

  called(ids: string[]): Promise<Actor[]> {
    return this.database.client.user.findMany({
      where: { id: { in: ids } },
      select: { id: true, email: true, name: true },
    });
  }
}
