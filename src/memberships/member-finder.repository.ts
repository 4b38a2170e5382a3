/** Finds who reads and, with the same query, the membership that decides what she reads. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import {
  type PresentedSession,
  ReaderFinder,
  type ReaderRow,
  type ReaderSession,
  readerOfSession,
  toReaderSession,
} from '../users/reader-finder.js';
import type { Reader } from '../users/reader.js';
import type { Membership } from './membership.js';
import { membershipColumns } from './membership.repository.js';

const readerWithMembership = {
  name: 'reader of session with membership of record',
  text: `
    select r.*, ${membershipColumns}
    from (${readerOfSession}) r
    left join memberships m on m."userId" = r."readerId" and m."ofRecord"`,
};

interface ArrivalRow extends ReaderRow, Omit<Membership, 'id'> {
  /** Of the membership; null where she has none. */
  id: string | null;
}

@Injectable()
export class MemberFinder extends ReaderFinder {
  /** By the reader of one request, and forgotten with her. */
  private readonly held = new WeakMap<Reader, Membership | null>();

  constructor(private readonly database: Database) {
    super();
  }

  async find({ id, kind, liveAt }: PresentedSession): Promise<ReaderSession | null> {
    const presented = [id, kind, liveAt];
    const [row] = await this.database.ask<ArrivalRow>(readerWithMembership, presented);
    if (row === undefined) return null;
    const session = toReaderSession(row);
    this.held.set(session.reader, membershipIn(row));
    return session;
  }

  /** As it was when she was found; undefined for a reader who was not found here. */
  heldBy(reader: Reader): Membership | null | undefined {
    return this.held.get(reader);
  }
}

function membershipIn(row: ArrivalRow): Membership | null {
  const { id, ...rest } = row;
  return id === null ? null : { ...rest, id };
}
