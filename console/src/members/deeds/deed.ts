/** What the dialogs of deeds have in common: whom it is done to, and that her page is read anew. */
import { useRefresh } from 'react-admin';
import { api, type Call } from '../../api/client.js';
import type { MemberFile } from '../member.js';

export interface DeedProps {
  member: MemberFile;
  onClose: () => void;
}

/** @returns does one by its address below hers, like `comp` */
export function useDeed({ id }: Pick<MemberFile, 'id'>) {
  const refresh = useRefresh();
  return async (path: string, body?: unknown, call?: Call): Promise<void> => {
    await api.post<unknown>(`/admin/members/${id}/${path}`, body, call);
    refresh();
  };
}
