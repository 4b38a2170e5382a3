/** Saves what differs from the version that she has read, and notices where somebody was faster. */
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { formErrorsOf, isRefusal, sentenceOf } from '../../api/refusal.js';
import { type ArticleInHand, changeArticle, readArticle } from '../article-calls.js';
import {
  type ArticleFields,
  changesBetween,
  fieldsOf,
  type FormValues,
} from '../article-fields.js';
import { useTaken } from '../use-taken.js';

/** What stands between her changes and somebody else's. */
export interface Conflict {
  theirs: ArticleInHand;
  mine: Partial<ArticleFields>;
  before: ArticleFields;
}

export function useArticleSave(inHand: ArticleInHand) {
  const { body: article } = inHand;
  const { id } = article;
  const notify = useNotify();
  const take = useTaken();
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const send = async (mine: Partial<ArticleFields>, mark: string) => {
    take(await changeArticle(id, mine, mark));
    setConflict(null);
    notify('Saved.', { type: 'success' });
  };
  const clash = async (mine: Partial<ArticleFields>) => {
    setConflict({ theirs: await readArticle(id), mine, before: fieldsOf(article) });
    return { 'root.refusal': 'Somebody has changed this article meanwhile.' };
  };
  /** Answers what is wrong with which field. */
  const save = async (values: FormValues): Promise<Record<string, string> | undefined> => {
    const mine = changesBetween(fieldsOf(article), values);
    if (Object.keys(mine).length === 0) return undefined;
    try {
      await send(mine, inHand.mark ?? '');
      return undefined;
    } catch (error) {
      if (isRefusal(error, 'articles/changed-meanwhile')) return clash(mine);
      notify(sentenceOf(error), { type: 'error' });
      return formErrorsOf(error);
    }
  };
  return {
    save,
    conflict,
    keepEditing: () => setConflict(null),
    /** Hers are gone, except where she has them elsewhere. */
    loadTheirs: () => {
      if (conflict !== null) take(conflict.theirs);
      setConflict(null);
    },
    /** Over the version that the dialog tells of; over a still later one the API asks again. */
    overwrite: async () => {
      if (conflict === null) return;
      try {
        await send(conflict.mine, conflict.theirs.mark ?? '');
      } catch (error) {
        if (!isRefusal(error, 'articles/changed-meanwhile')) throw error;
        await clash(conflict.mine);
      }
    },
    take,
  };
}
