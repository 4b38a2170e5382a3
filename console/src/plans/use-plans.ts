/** All plans by name, those that are not sold any more too, for fields that take one. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';

export interface KnownPlan {
  id: string;
  slug: string;
  name: string;
  archivedAt: string | null;
}

/** Empty until they are here. */
export function usePlans(): KnownPlan[] {
  const { data } = useQuery({
    queryKey: ['plans by name'],
    queryFn: ({ signal }) =>
      api.get<{ items: KnownPlan[] }>('/admin/plans', { limit: 100 }, signal),
  });
  return data?.items ?? [];
}
