/** Looks for somebody in the files of members that staff have brought, as long as their lines are kept: to tell her, and to forget her. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What a file said of somebody, in its own words; null for what it did not say. */
export interface BroughtLine {
  /** When the file was brought. */
  broughtAt: Date;
  email: string;
  name: string | null;
  labels: string | null;
  plan: string | null;
  until: string | null;
}

@Injectable()
export class BroughtLines {
  constructor(private readonly database: Database) {}

  /** The oldest first. @param email as accounts have it, which is how lines are written down */
  of(email: string): Promise<BroughtLine[]> {
    return this.database.client.$queryRaw`
      select i."createdAt" as "broughtAt", fields->>'email' as email, fields->>'name' as name,
        fields->>'labels' as labels, fields->>'plan' as plan, fields->>'until' as until
      from member_import_lines l join member_imports i on i.id = l."importId"
      where fields->>'email' = ${email} order by i."createdAt", l.line`;
  }

  /** What became of the lines stays; one that still waits has nobody to take in any more. */
  async forget(email: string): Promise<void> {
    await this.database.client.$executeRaw`
      update member_import_lines set fields = '{}' where fields->>'email' = ${email}`;
  }
}
