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
}

/** What is left out is not looked at. */
export interface AuditFilter {
  subject?: string | undefined;
  subjectId?: string | undefined;
  actorId?: string | undefined;
  action?: string | undefined;
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
}

function asked(filter: AuditFilter): Prisma.AuditEntryWhereInput {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

const isEntryKey = (key: unknown): key is [string, string] => isDatedKey(key) && isUUID(key[1]);

function position(at: Date, id: string): Prisma.AuditEntryWhereInput {
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
}
