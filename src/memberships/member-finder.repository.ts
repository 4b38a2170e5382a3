/** Finds who reads and, with the same query, the membership that decides what she reads. */
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { AskedTogether } from '../platform/database/asked-together.js';
import { Database } from '../platform/database/database.js';
import { rowInJson } from '../platform/database/row-in-json.js';
import { type Errand, Errands } from '../users/errand.js';
import {
  type PresentedSession,
  ReaderFinder,
  type ReaderRow,
  type ReaderSession,
  datesOfReader,
  isStillImpersonated,
  readerOfSession,
  toReaderSession,
} from '../users/reader-finder.js';
import type { Reader } from '../users/reader.js';
import type { Membership } from './membership.js';
import { datesOfMembership, membershipColumns } from './membership.repository.js';

const noErrand: Errand = { name: 'no errand', parameters: [], columns: [], joins: '', values: [] };

const known = ['row_to_json(r)::text as reader', 'row_to_json(held)::text as held'];

/** Over arrays: of the sessions' ids, their kinds, when they must live, and what the errand wants. */
function readersOn({ name, parameters, columns, joins }: Errand) {
  const arrays = parameters.map(({ type }, at) => `, $${at + 4}::${type}[]`).join('');
  const names = parameters.map((parameter) => `, "${parameter.name}"`).join('');
  return {
    name: `readers on ${name}`,
    text: `
      select ${['asked.at::int', ...known, ...columns].join(', ')}
      from unnest($1::uuid[], $2::text[], $3::timestamptz[] ${arrays}) with ordinality
        as asked ("sessionId", kind, "liveAt" ${names}, at)
      cross join lateral (${readerOfSession}) r
      left join lateral (
        select ${membershipColumns} from memberships m where m."userId" = r."readerId" and m."ofRecord"
      ) held on true ${joins}`,
  };
}

interface ArrivalRow extends Record<string, unknown> {
  at: number;
  /** JSON, as is what she holds: what is the same as the last time is not read again. */
  reader: string;
  held: string | null;
}

/** What was read of a row's JSON. */
interface Parsed extends Pick<ArrivalRow, 'reader' | 'held'> {
  row: ReaderRow;
  membership: Membership | null;
}

interface Arrival {
  membership: Membership | null;
  brought: Readonly<Record<string, unknown>>;
}

/** Sessions of which it is remembered how their rows read. */
const mostParsed = 2_000;

@Injectable()
export class MemberFinder extends ReaderFinder {
  /** By the reader of one request, and forgotten with her. */
  private readonly arrivals = new WeakMap<Reader, Arrival>();
  /** With each errand there is, by its name. */
  private readonly queries = new Map<string, AskedTogether<ArrivalRow>>();
  private readonly parsed = new LRUCache<string, Parsed>({ max: mostParsed });

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
    const errand = (request === undefined ? null : this.errands.of(request)) ?? noErrand;
    const asked = [id, kind, liveAt?.toISOString() ?? null, ...errand.values];
    const arrival = await this.queryWith(errand).ask(asked);
    if (arrival === undefined) {
      this.parsed.delete(id);
      return null;
    }
    const { row, membership } = this.read(id, arrival);
    if (row.sessionId !== id) throw new Error('Somebody else was found than was looked for.');
    if (row.impersonatedById !== null && (await this.hasLostItsStaff(row))) return null;
    const session = toReaderSession(row);
    this.arrivals.set(session.reader, { membership, brought: arrival });
    return session;
  }

  /** As it was when she was found; undefined for a reader who was not found here. */
  heldBy(reader: Reader): Membership | null | undefined {
    return this.arrivals.get(reader)?.membership;
  }

  /** What was brought along when she was found, in the errand's own columns; undefined as above. */
  broughtFor(reader: Reader): Readonly<Record<string, unknown>> | undefined {
    return this.arrivals.get(reader)?.brought;
  }

  private read(sessionId: string, { reader, held }: ArrivalRow): Parsed {
    const known = this.parsed.get(sessionId);
    if (known?.reader === reader && known.held === held) return known;
    const row = rowInJson<ReaderRow>(reader, datesOfReader);
    const membership = held === null ? null : rowInJson<Membership>(held, datesOfMembership);
    const parsed = { reader, held, row, membership };
    this.parsed.set(sessionId, parsed);
    return parsed;
  }

  private async hasLostItsStaff({
    impersonatedFromId: from,
    impersonatedById: by,
  }: ReaderRow): Promise<boolean> {
    return (await this.database.ask(isStillImpersonated, [from, by])).length === 0;
  }

  private queryWith(errand: Errand): AskedTogether<ArrivalRow> {
    let query = this.queries.get(errand.name);
    if (query === undefined) {
      query = new AskedTogether<ArrivalRow>(this.database, readersOn(errand));
      this.queries.set(errand.name, query);
    }
    return query;
  }
}
