/** Finds who reads and, with the same query, the membership that decides what she reads. */
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Database, type NamedQuery } from '../platform/database/database.js';
import { type Errand, Errands } from '../users/errand.js';
import {
  type PresentedSession,
  ReaderFinder,
  type ReaderRow,
  type ReaderSession,
  isStillImpersonated,
  readerOfSession,
  toReaderSession,
} from '../users/reader-finder.js';
import type { Reader } from '../users/reader.js';
import type { Membership } from './membership.js';
import { membershipColumns } from './membership.repository.js';

const readerWithMembership: NamedQuery = {
  name: 'reader of session with membership of record',
  text: withErrand('', ''),
};

function withErrand(columns: string, joins: string): string {
  return `
    select r.*, ${membershipColumns} ${columns}
    from (${readerOfSession}) r
    left join memberships m on m."userId" = r."readerId" and m."ofRecord" ${joins}`;
}

interface ArrivalRow extends ReaderRow, Omit<Membership, 'id'>, Record<string, unknown> {
  /** Of the membership; null where she has none. */
  id: string | null;
}

@Injectable()
export class MemberFinder extends ReaderFinder {
  /** By the reader of one request, and forgotten with her. */
  private readonly found = new WeakMap<Reader, ArrivalRow>();
  /** With each errand there is, by its name. */
  private readonly queries = new Map<string, NamedQuery>();

  constructor(
    private readonly database: Database,
    private readonly errands: Errands,
  ) {
    super();
  }

  async find(
    { id, kind, liveAt }: PresentedSession,
    request?: FastifyRequest,
  ): Promise<ReaderSession | null> {
    const errand = request === undefined ? null : this.errands.of(request);
    const query = errand === null ? readerWithMembership : this.queryWith(errand);
    const values = [id, kind, liveAt, ...(errand?.values ?? [])];
    const [row] = await this.database.ask<ArrivalRow>(query, values);
    if (row === undefined || (await this.hasLostItsStaff(row))) return null;
    const session = toReaderSession(row);
    this.found.set(session.reader, row);
    return session;
  }

  /** As it was when she was found; undefined for a reader who was not found here. */
  heldBy(reader: Reader): Membership | null | undefined {
    const row = this.found.get(reader);
    return row && membershipIn(row);
  }

  /** What was brought along when she was found, in the errand's own columns; undefined as above. */
  broughtFor(reader: Reader): Readonly<Record<string, unknown>> | undefined {
    return this.found.get(reader);
  }

  private async hasLostItsStaff({
    impersonatedFromId: from,
    impersonatedById: by,
  }: ArrivalRow): Promise<boolean> {
    if (by === null) return false;
    return (await this.database.ask(isStillImpersonated, [from, by])).length === 0;
  }

  private queryWith({ name, columns, joins }: Errand): NamedQuery {
    let query = this.queries.get(name);
    if (query === undefined) {
      query = {
        name: `reader with ${name}`,
        text: withErrand(`, ${columns}`, joins),
      };
      this.queries.set(name, query);
    }
    return query;
  }
}

function membershipIn(row: ArrivalRow): Membership | null {
  const { id, ...rest } = row;
  return id === null ? null : { ...rest, id };
}
