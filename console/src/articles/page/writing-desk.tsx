/** Where an article is written, and put before its readers. */
import { Alert } from '@mui/material';
import { useMemo } from 'react';
import { Form } from 'react-admin';
import type { Article } from '../article.js';
import type { ArticleInHand } from '../article-calls.js';
import { fieldsOf } from '../article-fields.js';
import { statusInWords } from '../article-words.js';
import type { AutomaticCut } from '../editor/cut-in-words.js';
import { paywallMarker } from '../editor/html-tree.js';
import { ArticleFields } from './article-fields.js';
import { ConflictDialog } from './conflict-dialog.js';
import { PublishingCard } from './publishing-card.js';
import { SaveBar } from './save-bar.js';
import { useArticleSave } from './use-article-save.js';

export function WritingDesk({
  inHand,
  isReadOnly,
}: {
  inHand: ArticleInHand;
  isReadOnly: boolean;
}) {
  const { body: article } = inHand;
  const { save, conflict, keepEditing, loadTheirs, overwrite, take } = useArticleSave(inHand);
  const fields = useMemo(() => fieldsOf(article), [article]);
  return (
    <>
      {isReadOnly && (
        <Alert severity="info" sx={{ mb: 2 }}>
          Readers see this article, or have seen it: only an editor changes it now.
        </Alert>
      )}
      <Form record={fields} onSubmit={save} warnWhenUnsavedChanges disableInvalidFormNotification>
        <ArticleFields isReadOnly={isReadOnly} cut={automaticCutOf(article)}>
          <PublishingCard inHand={inHand} onTaken={take} />
        </ArticleFields>
        {!isReadOnly && <SaveBar verb="Save" words={statusInWords(article)} />}
      </Form>
      {conflict !== null && (
        <ConflictDialog
          conflict={conflict}
          onKeepEditing={keepEditing}
          onLoad={loadTheirs}
          onOverwrite={overwrite}
        />
      )}
    </>
  );
}

/** What is public of a text with a marker says nothing of where it would be cut without one. */
function automaticCutOf({ gate, bodyHtml, previewHtml }: Article): AutomaticCut {
  if (gate === 'public') return 'nowhere';
  return bodyHtml.includes(paywallMarker) ? 'not-known-yet' : { publicPart: previewHtml };
}
