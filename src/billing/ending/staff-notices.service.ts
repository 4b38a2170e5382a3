/** Tells the admins what they have to know of a customer, by mail and in the audit, each thing once. */
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import { StaffPost } from '../../users/staff/staff-post.service.js';
import { LetterRepository } from '../letters/letter.repository.js';
import type { StaffNotice } from './staff-notices.rules.js';

@Injectable()
export class StaffNotices {
  constructor(
    private readonly told: LetterRepository,
    private readonly accounts: ReaderDirectory,
    private readonly audit: Audit,
    private readonly post: StaffPost,
  ) {}

  /** Runs in the transaction of whatever makes the notices due. */
  async tell(userId: string, notices: readonly StaffNotice[]): Promise<void> {
    const due = await this.told.claim(
      userId,
      notices.map(({ key }) => key),
    );
    if (due.size === 0) return;
    const who = `It is about ${await this.nameOf(userId)}.`;
    for (const { action, subject, lines, detail } of notices.filter(({ key }) => due.has(key))) {
      await this.audit.record({
        actorId: null,
        action,
        subject: { kind: 'member', id: userId },
        detail,
      });
      await this.post.tellAdmins(subject, [...lines, who]);
    }
  }

  private async nameOf(userId: string): Promise<string> {
    const account = await this.accounts.byId(userId);
    const isGone = account === null || account.deletedAt !== null;
    return isGone ? `the deleted account ${userId}` : `${account.email}, account ${userId}`;
  }
}
