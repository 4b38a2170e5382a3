/** Takes a changed article in hand, and lets whatever is shown of it be read anew. */
import { useQueryClient } from '@tanstack/react-query';
import { type ArticleInHand, articleKey } from './article-calls.js';

export function useTaken(): (changed: ArticleInHand) => void {
  const queries = useQueryClient();
  return (changed) => {
    const { id } = changed.body;
    queries.setQueryData(articleKey(id), changed);
    void queries.invalidateQueries({ queryKey: ['articles'] });
    void queries.invalidateQueries({ queryKey: ['of article', id] });
  };
}
