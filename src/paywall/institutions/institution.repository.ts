/** Remembers institutions. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import { Announcements } from '../../platform/database/announcements.js';
import { Database } from '../../platform/database/database.js';
import type { Institution, InstitutionDraft } from './institution.js';

/** What is announced when an institution has changed. */
export const institutionsTopic = 'institutions';

const byIds = {
  name: 'institutions by id',
  text: `
    select id, name, networks, "emailDomains", "startsAt", "endsAt", "createdAt", "updatedAt"
    from institutions where id = any($1::uuid[]) order by id`,
};

@Injectable()
export class InstitutionRepository {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {}

  /** By their ids. */
  all(): Promise<Institution[]> {
    return this.database.client.institution.findMany({ orderBy: { id: 'asc' } });
  }

  /** By their ids. */
  findAll(ids: readonly string[]): Promise<Institution[]> {
    return this.database.ask<Institution>(byIds, [ids]);
  }

  find(id: string): Promise<Institution | null> {
    return this.database.client.institution.findUnique({ where: { id } });
  }

  /** The newest first. */
  list(before: string | null, limit: number): Promise<Institution[]> {
    return this.database.client.institution.findMany({
      where: before === null ? {} : { id: { lt: before } },
      orderBy: { id: 'desc' },
      take: limit,
    });
  }

  add(draft: InstitutionDraft): Promise<Institution> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const data = { id: uuid(), ...draft, createdAt: now, updatedAt: now };
      const institution = await this.database.client.institution.create({ data });
      await this.announcements.announce(institutionsTopic);
      return institution;
    });
  }

  /**
   * Who changes the same one waits.
   * @param draftOf what it is to become
   * @returns null for an unknown id
   */
  change(
    id: string,
    draftOf: (institution: Institution) => InstitutionDraft,
  ): Promise<Institution | null> {
    return this.database.transaction(async () => {
      const { client } = this.database;
      await client.$queryRaw`select id from institutions where id = ${id}::uuid for update`;
      const present = await this.find(id);
      if (present === null) return null;
      const data = { ...draftOf(present), updatedAt: this.clock.now() };
      const institution = await client.institution.update({ where: { id }, data });
      await this.announcements.announce(institutionsTopic);
      return institution;
    });
  }
}
