/** Whose eyes the pages below are seen with: the token of a look, and how they ask with it. */
import { Alert, CircularProgress } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use } from 'react';
import { api, type Query } from '../../api/client.js';
import { sentenceOf } from '../../api/refusal.js';

const LookContext = createContext<string | null>(null);

export const LookProvider = LookContext.Provider;

interface AsHerProps<Body> {
  /** Below `/api/v1`; one of those that a look opens. */
  path: string;
  query?: Query;
  children: (body: Body) => ReactNode;
}

/** Shows what the API answers her. Nothing of it is kept once the look is over. */
export function AsHer<Body>({ path, query = {}, children }: AsHerProps<Body>) {
  const token = use(LookContext);
  const { data, error } = useQuery({
    queryKey: ['as her', token, path, query],
    queryFn: ({ signal }) => {
      if (token === null) throw new Error('Nobody looks.');
      return api.getAs<Body>(token, path, query, signal);
    },
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (error !== null) return <Alert severity="error">{sentenceOf(error)}</Alert>;
  if (data === undefined) return <CircularProgress aria-label="Her page is on its way" />;
  return children(data);
}
