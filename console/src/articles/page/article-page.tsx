/** One article at the desk: written, seen as readers see it, its versions, its links. */
import { Alert, Box, CircularProgress, Stack, Tab, Tabs } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Title } from 'react-admin';
import { useParams } from 'react-router';
import { sentenceOf } from '../../api/refusal.js';
import { useMay } from '../../auth/staff.js';
import { type ArticleInHand, articleKey, readArticle } from '../article-calls.js';
import { Deeds } from '../links/deeds.js';
import { Links } from '../links/links.js';
import { Versions } from '../revisions/versions.js';
import { SeeAs } from '../see-as/see-as.js';
import { WritingDesk } from './writing-desk.js';

const tabs = [
  { id: 'write', label: 'Write' },
  { id: 'see', label: 'As readers see it' },
  { id: 'versions', label: 'Versions' },
  { id: 'links', label: 'Links and history' },
] as const;
type TabId = (typeof tabs)[number]['id'];

export default function ArticlePage() {
  const { id = '' } = useParams();
  const { data, error } = useQuery({
    queryKey: articleKey(id),
    queryFn: () => readArticle(id),
    retry: false,
    // What somebody else saves meanwhile must not replace what she is writing.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  if (data !== undefined) return <Opened key={id} inHand={data} />;
  if (error === null) return <CircularProgress aria-label="The article opens" sx={{ m: 4 }} />;
  return (
    <>
      <Title title="Article" />
      <Alert severity="error" sx={{ m: 2 }}>
        {sentenceOf(error)}
      </Alert>
    </>
  );
}

function Opened({ inHand }: { inHand: ArticleInHand }) {
  const [chosen, setChosen] = useState<TabId>('write');
  const isEditor = useMay('articles.publish');
  const article = inHand.body;
  const isReadOnly = !isEditor && (article.status !== 'draft' || article.publishedAt !== null);
  return (
    <Box sx={{ pb: 2 }}>
      <Title title={article.title} />
      <Tabs
        value={chosen}
        onChange={(_event, next: TabId) => setChosen(next)}
        variant="scrollable"
        scrollButtons={false}
        aria-label="Parts of this desk"
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        {tabs.map(({ id, label }) => (
          <Tab key={id} value={id} label={label} id={`tab-${id}`} aria-controls={`panel-${id}`} />
        ))}
      </Tabs>
      {/* Hidden and not gone: what is not saved yet stays. */}
      <Panel id="write" chosen={chosen}>
        <WritingDesk inHand={inHand} isReadOnly={isReadOnly} />
      </Panel>
      <Panel id="see" chosen={chosen}>
        {chosen === 'see' && <SeeAs article={article} />}
      </Panel>
      <Panel id="versions" chosen={chosen}>
        {chosen === 'versions' && <Versions inHand={inHand} isReadOnly={isReadOnly} />}
      </Panel>
      <Panel id="links" chosen={chosen}>
        {chosen === 'links' && (
          <Stack spacing={2} sx={{ maxWidth: '46rem' }}>
            <Links article={article} />
            <Deeds articleId={article.id} />
          </Stack>
        )}
      </Panel>
    </Box>
  );
}

function Panel({ id, chosen, children }: { id: TabId; chosen: TabId; children: ReactNode }) {
  return (
    <div role="tabpanel" id={`panel-${id}`} aria-labelledby={`tab-${id}`} hidden={chosen !== id}>
      {children}
    </div>
  );
}
