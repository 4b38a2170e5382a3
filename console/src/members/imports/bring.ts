/** Sends a file of members. */
import { api } from '../../api/client.js';
import type { MemberImport } from './member-import.js';

/** @param dryRun only says what would become of each line */
export function bring(file: File, dryRun: boolean): Promise<MemberImport> {
  // Systems call a CSV file by many names; ours is one.
  const body = new Blob([file], { type: 'text/csv' });
  return api.post<MemberImport>('/admin/members/import', body, { query: { dryRun } });
}
