/** What leaves of a note: to staff alone. */
import type { Page } from '../../../platform/http/page.dto.js';
import type { MemberNote } from '../../../users/remarks/member-notes.repository.js';

export class NoteView {
  id: string;
  text: string;
  /** The member of staff who wrote it. */
  writerId: string;
  createdAt: Date;
}

export class NotePage implements Page<NoteView> {
  items: NoteView[];
  nextCursor: string | null;
}

export class LabelsView {
  labels: string[];
}

export function presentNote({ id, text, writerId, createdAt }: MemberNote): NoteView {
  return { id, text, writerId, createdAt };
}
