/** The name of whoever did something, where only an id is known. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { calledName, type FoundMember } from './member.js';

export function StaffName({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['called', id],
    queryFn: ({ signal }) => api.get<{ items: FoundMember[] }>('/admin/members', { q: id }, signal),
    staleTime: Infinity,
  });
  if (data === undefined) return <>…</>;
  const [account] = data.items;
  const isGone = account === undefined || account.deletedAt !== null;
  return <>{isGone ? 'somebody who is gone' : calledName(account)}</>;
}
