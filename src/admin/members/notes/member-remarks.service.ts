/** Staff note what they should remember of a member, and by which words they find her again. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { decodeCursor } from '../../../platform/http/cursor.js';
import type { Page } from '../../../platform/http/page.dto.js';
import { type PageRequest, isIdKey, pageOf } from '../../../platform/http/paging.js';
import { notFound } from '../../../platform/http/problem.js';
import type { Reader } from '../../../users/reader.js';
import { readLabels } from '../../../users/remarks/label.rules.js';
import { MemberLabels } from '../../../users/remarks/member-labels.repository.js';
import { type MemberNote, MemberNotes } from '../../../users/remarks/member-notes.repository.js';
import { accountDeleted, notALabel, tooManyLabels } from '../../admin.errors.js';
import { Deeds } from '../../deeds.service.js';
import { MembersAdmin } from '../members-admin.service.js';

const toMember = (id: string) => ({ kind: 'member', id });

@Injectable()
export class MemberRemarks {
  constructor(
    private readonly members: MembersAdmin,
    private readonly notes: MemberNotes,
    private readonly labels: MemberLabels,
    private readonly deeds: Deeds,
    private readonly clock: Clock,
  ) {}

  /** The newest first. @throws Problem 404, 400 `request/invalid-cursor` */
  async list(userId: string, { limit, cursor }: PageRequest): Promise<Page<MemberNote>> {
    await this.members.known(userId);
    const before = cursor === undefined ? null : decodeCursor(cursor, isIdKey)[0];
    const found = await this.notes.list(userId, before, limit + 1);
    return pageOf(found, limit, ({ id }) => [id]);
  }

  /** The audit says that something was noted, and not what. @throws Problem 404, 409 `members/account-deleted` */
  async note(userId: string, text: string, staff: Reader): Promise<MemberNote> {
    await this.members.present(userId);
    const note = { writerId: staff.id, text: text.trim(), createdAt: this.clock.now() };
    return this.deeds.done(
      staff,
      () => this.notes.add(userId, note),
      ({ id }) => ({ action: 'member.noted', subject: toMember(userId), detail: { note: id } }),
    );
  }

  /** @throws Problem 404 */
  async strike(userId: string, noteId: string, staff: Reader): Promise<void> {
    const strike = async (): Promise<void> => {
      if (!(await this.notes.remove(userId, noteId))) throw notFound();
    };
    await this.deeds.done(staff, strike, () => ({
      action: 'member.note-removed',
      subject: toMember(userId),
      detail: { note: noteId },
    }));
  }

  /** All of them at once. @throws Problem 404, 409 `members/account-deleted`, 422 */
  async label(userId: string, written: readonly string[], staff: Reader): Promise<string[]> {
    const decision = readLabels(written);
    if (!decision.granted) {
      throw decision.denial === 'too-many' ? tooManyLabels() : notALabel(decision.written);
    }
    await this.members.present(userId);
    const { labels } = decision;
    const look = async () => ({ labels: (await this.labels.of(userId)).join(' ') });
    const deed = { action: 'member.labelled', subject: toMember(userId), look };
    await this.deeds.changed(staff, deed, async () => {
      // She may have left in this moment.
      if (!(await this.labels.replace(userId, labels))) throw accountDeleted();
    });
    return labels;
  }
}
