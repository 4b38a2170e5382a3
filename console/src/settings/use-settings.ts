/** One of the site's settings: read, changed in the form, and written whole. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { api } from '../api/client.js';
import { isRefusal, sentenceOf } from '../api/refusal.js';

export interface SettingsInHand<Settings extends object> {
  /** As they would be saved; undefined until they are here. */
  settings: Settings | undefined;
  /** As they are now. */
  stored: Settings | undefined;
  set: (change: Partial<Settings>) => void;
  isChanged: boolean;
  isSaving: boolean;
  /** Why they could not be read. */
  unread: string | null;
  /** Why they could not be written; what belongs to a field stands beside it, too. */
  refusal: string | null;
  errors: Readonly<Record<string, string>>;
  save: () => void;
  putBack: () => void;
}

/** @param path below `/api/v1`, like `/admin/settings/meter` */
export function useSettings<Settings extends object>(path: string): SettingsInHand<Settings> {
  const client = useQueryClient();
  const notify = useNotify();
  const queryKey = ['settings', path];
  const [draft, setDraft] = useState<Partial<Settings>>({});
  const { data: stored, error: unread } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<Settings>(path, {}, signal),
    // What somebody is about to change must not change under her hands.
    refetchOnWindowFocus: false,
  });
  const settings = stored === undefined ? undefined : { ...stored, ...draft };
  const saving = useMutation({
    mutationFn: () => api.put<Settings>(path, settings),
    onSuccess: (saved) => {
      client.setQueryData(queryKey, saved);
      setDraft({});
      notify('Saved: it holds from the next request on.', { type: 'success' });
    },
  });
  const { error } = saving;
  return {
    settings,
    stored,
    set: (change) => setDraft((before) => ({ ...before, ...change })),
    isChanged: JSON.stringify(settings) !== JSON.stringify(stored),
    isSaving: saving.isPending,
    unread: unread === null ? null : sentenceOf(unread),
    refusal: error === null ? null : sentenceOf(error),
    errors: isRefusal(error) ? error.fields : {},
    save: () => saving.mutate(),
    putBack: () => {
      setDraft({});
      saving.reset();
    },
  };
}
