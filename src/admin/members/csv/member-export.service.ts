/** Writes the roll of members as a CSV file, page by page: as many as there are, and never all of them at once in hand. */
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AccessEnds } from '../../../memberships/access-end.repository.js';
import { type CsvRow, writeCsv } from '../../../platform/csv/write-csv.js';
import type { Reader } from '../../../users/reader.js';
import { Deeds } from '../../deeds.service.js';
import type { RollEntry } from '../finding/member-roll.repository.js';
import { MemberRoll, type MemberWish } from '../finding/member-roll.service.js';

const head = ['email', 'name', 'state', 'plan', 'until', 'labels', 'createdAt', 'id'];

/** Members of a page. Each is a query of its own: no transaction waits for whoever reads slowly, or not any more. */
const atOnce = 500;

@Injectable()
export class MemberExport {
  constructor(
    private readonly roll: MemberRoll,
    private readonly ends: AccessEnds,
    private readonly deeds: Deeds,
  ) {}

  /** Written down before the first line leaves. */
  async begin(wish: MemberWish, staff: Reader): Promise<Readable> {
    const isNarrowed = Object.values(wish).some((each) => each !== undefined);
    await this.deeds.witness(staff)({
      action: 'members.exported',
      subject: { kind: 'members', id: isNarrowed ? 'some' : 'all' },
    });
    return writeCsv(head, this.rows(wish));
  }

  private async *rows(wish: MemberWish): AsyncGenerator<CsvRow> {
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await this.roll.list(wish, { limit: atOnce, cursor });
      const ends = await this.ends.of(items.map(({ id }) => id));
      for (const each of items) yield rowOf(each, ends.get(each.id));
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}

function rowOf(
  { id, email, name, state, plan, labels, createdAt, deletedAt }: RollEntry,
  until: Date | undefined,
): CsvRow {
  return [
    // What stands there for a deleted account is no address.
    deletedAt === null ? email : '',
    name,
    state,
    plan?.slug ?? '',
    until?.toISOString() ?? '',
    labels.join(';'),
    createdAt.toISOString(),
    id,
  ];
}
