/** Reads who did what, the newest first. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Database } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { decodeCursor } from '../http/cursor.js';
import type { Page } from '../http/page.dto.js';
import { type PageRequest, isDatedKey, pageOf } from '../http/paging.js';

export interface AuditEntry {
  id: string;
  at: Date;
  /** Null for Broadsheet itself. */
  actorId: string | null;
  action: string;
  subject: string;
  subjectId: string;
  detail: unknown;
  /** The fields that differ; null where the deed changed nothing that is kept. */
  before: unknown;
  after: unknown;
  /** The client's address; null for what no request caused. */
  address: string | null;
}

/** What is left out is not looked at. */
export interface AuditFilter {
  subject?: string | undefined;
  subjectId?: string | undefined;
  actorId?: string | undefined;
  action?: string | undefined;
  /** The first instant. */
  from?: Date | undefined;
  /** The first instant that is not asked for any more. */
  to?: Date | undefined;
}

@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  /** @throws Problem 400 `request/invalid-cursor` */
  async list(filter: AuditFilter, { limit, cursor }: PageRequest): Promise<Page<AuditEntry>> {
    const key = cursor === undefined ? null : decodeCursor(cursor, isEntryKey);
    const found = await this.database.client.auditEntry.findMany({
      where: { ...asked(filter), ...(key === null ? {} : position(new Date(key[0]), key[1])) },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    return pageOf(found, limit, ({ at, id }) => [at.toISOString(), id]);
  }

  /** What was done to an account or by it, the oldest first; by whom and to whom else is not hers to know. */
  about(userId: string): Promise<{ action: string; at: Date }[]> {
    return this.database.client.auditEntry.findMany({
      where: { OR: [{ subject: 'member', subjectId: userId }, { actorId: userId }] },
      select: { action: true, at: true },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
  }
}

function asked({ from, to, ...filter }: AuditFilter): Prisma.AuditEntryWhereInput {
  const named = Object.entries(filter).filter(([, value]) => value !== undefined);
  const range = { ...(from && { gte: from }), ...(to && { lt: to }) };
  // Beside the position in the list, which is an `at` of its own.
  return { ...Object.fromEntries(named), AND: [{ at: range }] };
}

const isEntryKey = (key: unknown): key is [string, string] => isDatedKey(key) && isUUID(key[1]);

function position(at: Date, id: string): Prisma.AuditEntryWhereInput {
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
}
