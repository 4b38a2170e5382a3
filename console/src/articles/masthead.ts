/** Sections, authors, tags and plans, as an article can name them. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { CursorPage } from '../api/cursors.js';
import type { Named } from './article.js';

export interface Choice {
  /** What an article names it by. */
  id: string;
  name: string;
}

/** A choice that has an id of its own, besides. */
interface KeyedChoice extends Choice {
  key: string;
}

/** Every page of a list that is short enough to choose from. */
async function readAll<Item>(path: string): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: CursorPage<Item> = await api.get(path, { limit: 100, cursor });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

const choicesOf = (named: readonly (Named & { id: string })[]): KeyedChoice[] =>
  named.map(({ id, slug, name }) => ({ id: slug, name, key: id }));

/** By their slugs. @param isAllowed whether she may see them at all */
export function useChoices(what: 'sections' | 'authors' | 'tags', isAllowed = true): KeyedChoice[] {
  const { data = [] } = useQuery({
    queryKey: ['choices', what],
    queryFn: () => readAll<Named & { id: string }>(`/admin/${what}`).then(choicesOf),
    enabled: isAllowed,
  });
  return data;
}

/** The plans on sale, by their ids. */
export function usePlans(): Choice[] {
  const { data = [] } = useQuery({
    queryKey: ['choices', 'plans'],
    queryFn: () => readAll<Choice>('/plans'),
  });
  return data;
}
