/** Remembers what staff note about a member. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../platform/database/database.js';

export interface MemberNote {
  id: string;
  /** The member of staff who wrote it. */
  writerId: string;
  text: string;
  createdAt: Date;
}

const omit = { userId: true } as const;

@Injectable()
export class MemberNotes {
  constructor(private readonly database: Database) {}

  /** The newest first. @param before the id of the last one seen */
  list(userId: string, before: string | null, limit: number): Promise<MemberNote[]> {
    return this.database.client.memberNote.findMany({
      where: { userId, ...(before === null ? {} : { id: { lt: before } }) },
      orderBy: { id: 'desc' },
      take: limit,
      omit,
    });
  }

  add(userId: string, note: Omit<MemberNote, 'id'>): Promise<MemberNote> {
    return this.database.client.memberNote.create({ data: { id: uuid(), userId, ...note }, omit });
  }

  /** @returns false where there is no such note about her */
  async remove(userId: string, id: string): Promise<boolean> {
    const { count } = await this.database.client.memberNote.deleteMany({ where: { id, userId } });
    return count === 1;
  }
}
