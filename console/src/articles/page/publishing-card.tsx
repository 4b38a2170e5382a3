/** Where an article stands on its way to readers, and the steps that are open from there. */
import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useFormState } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { useMay } from '../../auth/staff.js';
import { momentInWords } from '../../words/dates.js';
import { type ArticleInHand, deleteArticle, readArticle, takeStep } from '../article-calls.js';
import { gateInWords, gateNames, statusInWords } from '../article-words.js';
import { Part } from './article-fields.js';
import { ScheduleDialog } from './schedule-dialog.js';

type Step = 'publish' | 'schedule' | 'unschedule' | 'unpublish' | 'delete';

interface PublishingCardProps {
  inHand: ArticleInHand;
  onTaken: (changed: ArticleInHand) => void;
}

export function PublishingCard({ inHand, onTaken }: PublishingCardProps) {
  const { body: article, mark } = inHand;
  const { id, title, status, publishedAt, publishAt, gateNow, gateChangesAt } = article;
  const [asked, setAsked] = useState<Step | null>(null);
  const isEditor = useMay('articles.publish');
  const { dirtyFields } = useFormState();
  const isDirty = Object.keys(dirtyFields).length > 0;
  const navigate = useNavigate();
  const notify = useNotify();
  const close = () => setAsked(null);
  const take = async (step: Exclude<Step, 'delete'>, at?: Date) => {
    const body = at === undefined ? undefined : { publishAt: at.toISOString() };
    await takeStep(id, step, mark ?? '*', body);
    onTaken(await readArticle(id));
  };
  const isOut = status === 'published';
  const isDeletable = status === 'draft' && publishedAt === null;
  const button = (step: Step, label: string, isMain = false) => (
    <Button
      variant={isMain ? 'contained' : 'outlined'}
      color={step === 'delete' || step === 'unpublish' ? 'error' : 'primary'}
      disabled={isDirty}
      onClick={() => setAsked(step)}
    >
      {label}
    </Button>
  );
  return (
    <Part title={statusInWords(article)}>
      <Stack spacing={1}>
        {gateNow !== null && gateChangesAt !== null && (
          <Typography variant="body2">
            Readers meet the gate “{gateNames[gateNow]}” until {momentInWords(gateChangesAt)}.
          </Typography>
        )}
        {isOut && (
          <Button variant="outlined" href={`/articles/${article.slug}`}>
            Open it on the site
          </Button>
        )}
        {isEditor && (
          <>
            {!isOut && button('publish', 'Publish now…', true)}
            {!isOut && button('schedule', status === 'scheduled' ? 'Move its time…' : 'Schedule…')}
            {status === 'scheduled' && button('unschedule', 'Take it off the schedule…')}
            {isOut && button('unpublish', 'Take it back…')}
          </>
        )}
        {!isEditor && !isOut && (
          <Typography variant="body2" color="textSecondary">
            An editor publishes it.
          </Typography>
        )}
        {isDeletable && button('delete', 'Delete the draft…')}
        {isDirty && (
          <Typography variant="body2" color="textSecondary">
            Save your changes first.
          </Typography>
        )}
      </Stack>
      <DeedDialog
        open={asked === 'publish'}
        onClose={close}
        title="Publish this article now?"
        verb="Publish 1 article"
        done="It is published."
        deed={() => take('publish')}
      >
        <Typography>“{title}” appears before all readers at once.</Typography>
        <Typography>{gateInWords(article)}</Typography>
      </DeedDialog>
      <ScheduleDialog
        open={asked === 'schedule'}
        onClose={close}
        before={publishAt}
        onChosen={(at) => take('schedule', at)}
      />
      <DeedDialog
        open={asked === 'unschedule'}
        onClose={close}
        title="Take it off the schedule?"
        verb="Take 1 article off the schedule"
        done="It is off the schedule."
        deed={() => take('unschedule')}
      >
        <Typography>
          “{title}” does not appear {publishAt && momentInWords(publishAt)}. It is{' '}
          {publishedAt === null ? 'a draft' : 'taken back'} again.
        </Typography>
      </DeedDialog>
      <DeedDialog
        open={asked === 'unpublish'}
        onClose={close}
        title="Take this article back?"
        verb="Take 1 article back"
        done="Readers find it no longer."
        isDangerous
        deed={() => take('unpublish')}
      >
        <Typography>
          No reader finds “{title}” any more, and links to it lead nowhere. Nothing of it is lost,
          and you can publish it again.
        </Typography>
      </DeedDialog>
      <DeedDialog
        open={asked === 'delete'}
        onClose={close}
        title="Delete this draft?"
        verb="Delete 1 draft"
        isDangerous
        deed={async () => {
          await deleteArticle(id, mark ?? '*');
          notify('The draft is gone.', { type: 'success' });
          await navigate('/articles');
        }}
      >
        <Typography>“{title}” and all of its versions are gone for good.</Typography>
      </DeedDialog>
    </Part>
  );
}
