/** The paper's sections, for settings that name them. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';

export interface Section {
  id: string;
  slug: string;
  name: string;
}

/** A publication with more sections than one page of the API holds does not exist. */
const longestPage = 100;

/** Empty until they are here. */
export function useSections(): readonly Section[] {
  const { data } = useQuery({
    queryKey: ['sections by name'],
    queryFn: ({ signal }) =>
      api.get<{ items: Section[] }>('/admin/sections', { limit: longestPage }, signal),
  });
  return data?.items ?? [];
}
