/** A new article. */
import { useQueryClient } from '@tanstack/react-query';
import { Form, Title, useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { formErrorsOf, sentenceOf } from '../../api/refusal.js';
import { createArticle } from '../article-calls.js';
import { type FormValues, fieldsIn } from '../article-fields.js';
import { ArticleFields } from './article-fields.js';
import { SaveBar } from './save-bar.js';

const empty: FormValues = { kind: 'story', tags: [], authors: [], bodyHtml: '' };

export default function ArticleCreate() {
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = async (values: FormValues) => {
    try {
      const { id } = await createArticle(fieldsIn(values));
      await queries.invalidateQueries({ queryKey: ['articles'] });
      notify('The draft is kept.', { type: 'success' });
      // Once the form knows that it is saved, or it would warn of changes that are lost.
      setTimeout(() => void navigate(`/articles/${id}`));
      return undefined;
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
      return formErrorsOf(error);
    }
  };
  return (
    <>
      <Title title="New article" />
      <Form
        defaultValues={empty}
        onSubmit={create}
        warnWhenUnsavedChanges
        disableInvalidFormNotification
      >
        <ArticleFields isNew cut="not-known-yet" />
        <SaveBar
          verb="Keep as a draft"
          words="Nobody sees a draft but its author and the editors."
        />
      </Form>
    </>
  );
}
