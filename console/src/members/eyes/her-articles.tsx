/** The articles as a member finds them, and one as it opens to her. */
import { Alert, Button, Link, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { CursorPage } from '../../api/cursors.js';
import { serif } from '../../layout/theme.js';
import { dayInWords } from '../../words/dates.js';
import { textBlocks } from './article-text.js';
import { AsHer } from './look.js';

interface Card {
  slug: string;
  title: string;
  gate: string;
  publishedAt: string;
}

interface Article extends Card {
  standfirst: string | null;
  previewHtml: string;
  bodyHtml: string | null;
  access: { granted: boolean; via: string | null; denial: string | null };
}

export function HerArticles() {
  const [slug, setSlug] = useState<string | null>(null);
  if (slug !== null) return <HerArticle slug={slug} onBack={() => setSlug(null)} />;
  return (
    <AsHer<CursorPage<Card>> path="/articles" query={{ limit: 50 }}>
      {({ items }) => (
        <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {items.map((card) => (
            <li key={card.slug}>
              <Link
                component="button"
                onClick={() => setSlug(card.slug)}
                sx={{ fontFamily: serif, fontSize: '1.1rem', textAlign: 'start' }}
              >
                {card.title}
              </Link>
              <Typography variant="body2" color="textSecondary">
                {dayInWords(card.publishedAt)} · {gateNames[card.gate] ?? card.gate}
              </Typography>
            </li>
          ))}
          {items.length === 0 && <li>Nothing is published yet.</li>}
        </Stack>
      )}
    </AsHer>
  );
}

const gateNames: Record<string, string> = {
  public: 'for everybody',
  registered: 'for registered readers',
  metered: 'metered',
  members: 'for members',
};

function HerArticle({ slug, onBack }: { slug: string; onBack: () => void }) {
  return (
    <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
      <Button onClick={onBack}>All articles</Button>
      <AsHer<Article> path={`/articles/${encodeURIComponent(slug)}`}>
        {({ title, standfirst, access, previewHtml, bodyHtml }) => (
          <Stack component="article" spacing={1.5}>
            <Typography variant="h4" component="h2">
              {title}
            </Typography>
            <Alert severity={access.granted ? 'success' : 'info'}>{accessInWords(access)}</Alert>
            {standfirst !== null && <Typography variant="h6">{standfirst}</Typography>}
            {textBlocks(bodyHtml ?? previewHtml).map(({ key, text }) => (
              <Typography key={key} sx={{ fontFamily: serif, fontSize: '1.05rem' }}>
                {text}
              </Typography>
            ))}
          </Stack>
        )}
      </AsHer>
    </Stack>
  );
}

const vias: Record<string, string> = {
  public: 'it is open to everybody',
  registration: 'she has an account',
  meter: 'she has opened it as one of her free articles',
  membership: 'she is a member',
  team: 'her team reads',
  gift: 'it was given to her',
  institution: 'her institution reads',
  editor: 'she works here',
};

const denials: Record<string, string> = {
  'sign-in-required': 'it takes an account',
  'membership-required': 'it takes a membership',
  'plan-required': 'it takes another plan than hers',
  'meter-exhausted':
    'it would take a free article of hers: she has none left, or has not opened it yet',
  'payment-overdue': 'her payment is overdue',
};

function accessInWords({ granted, via, denial }: Article['access']): string {
  return granted
    ? `She reads all of it, for ${vias[via ?? ''] ?? via ?? 'some reason'}.`
    : `She reads the teaser alone, for ${denials[denial ?? ''] ?? denial ?? 'some reason'}.`;
}
