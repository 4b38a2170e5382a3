/** The tags, each with how many articles carry it: renamed, made one, deleted. */
import { Autocomplete, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { TopToolbar, useRefresh } from 'react-admin';
import { api } from '../api/client.js';
import { useChoices } from '../articles/masthead.js';
import { DeedButton } from '../parts/deed-dialog.js';
import { DeskList } from '../parts/desk-list.js';
import { NamedDesk } from '../parts/named-desk.js';
import { type NamedThing, nameAndAddress } from '../parts/thing-form.js';
import { countOf } from '../words/numbers.js';

interface Tag extends NamedThing {
  /** How many articles carry it. */
  articles: number;
}

export default function TagList() {
  return (
    <DeskList
      title="Tags"
      actions={
        <TopToolbar sx={{ alignItems: 'center' }}>
          <Typography variant="body2" color="textSecondary">
            A new tag is made by naming it in an article.
          </Typography>
        </TopToolbar>
      }
    >
      <NamedDesk<Tag>
        resource="tags"
        noun="tag"
        fields={nameAndAddress}
        about={({ slug, articles }) => `${slug}, on ${countOf(articles, 'article')}`}
        deeds={(tag) => <Merge tag={tag} />}
        deletionOf={({ name, articles }) => ({
          words:
            articles === 0
              ? `No article carries ${name}; it is gone for good.`
              : `${countOf(articles, 'article carries', 'articles carry')} ${name}: merge it with another tag, or take it from them first.`,
          isRefused: articles > 0,
        })}
      />
    </DeskList>
  );
}

function Merge({ tag }: { tag: Tag }) {
  const { id, slug, name, articles } = tag;
  const others = useChoices('tags').filter((choice) => choice.id !== slug);
  const [into, setInto] = useState<string | null>(null);
  const refresh = useRefresh();
  const target = others.find((choice) => choice.id === into);
  const what = countOf(articles, 'article');
  return (
    <DeedButton
      label="Merge…"
      button={{ size: 'small', 'aria-label': `Merge ${name}` }}
      title={`Make ${name} one with another tag?`}
      verb={target === undefined ? 'Merge' : `Move ${what} to ${target.name}`}
      done={`${name} is one with ${target?.name ?? 'it'}.`}
      isDangerous
      disabled={target === undefined}
      deed={async () => {
        if (target?.key === undefined) return;
        await api.post(`/admin/tags/${id}/merge`, { into: target.key });
        refresh();
      }}
    >
      <Autocomplete
        options={others.map((choice) => choice.id)}
        getOptionLabel={(choice) => others.find((each) => each.id === choice)?.name ?? choice}
        value={into}
        onChange={(_event, chosen) => setInto(chosen)}
        renderInput={(params) => <TextField {...params} label="The tag that stays" />}
        sx={{ mt: 1 }}
      />
      <Typography>
        {what} {articles === 1 ? 'carries' : 'carry'} {name}
        {target === undefined ? '.' : ` and will carry ${target.name} instead. ${name} is gone.`}
      </Typography>
    </DeedButton>
  );
}
