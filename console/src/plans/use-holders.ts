/** Who holds a plan now, as the API counts them. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { Holders } from './plan.js';

export const holdersKey = (planId: string) => ['plans', planId, 'members'];

/** Undefined until they are counted. */
export function useHolders(planId: string): Holders | undefined {
  const { data } = useQuery({
    queryKey: holdersKey(planId),
    queryFn: ({ signal }) => api.get<Holders>(`/admin/plans/${planId}/members`, {}, signal),
  });
  return data;
}
