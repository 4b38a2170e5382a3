/** The overview: figures that renew themselves, and charts that come after them. */
import {
  Alert,
  Box,
  Button,
  Grid,
  Skeleton,
  Stack,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Title, useStore } from 'react-admin';
import { sentenceOf } from '../api/refusal.js';
import { dayInWords, momentInWords } from '../words/dates.js';
import { count, countOf } from '../words/numbers.js';
import { ArticleTable } from './article-figures.js';
import { FigureCard } from './figure-card.js';
import { InboxCard, ReconciliationCard } from './health-figures.js';
import { MembersByState } from './members-by-state.js';
import { ChurnCard, FailedPaymentsCard, RevenueCard } from './money-figures.js';
import { type OverviewFigures, overviewOf } from './overview.js';

/** Heavier than all the rest, and never what is looked at first. */
const FlowChart = lazy(() => import('./flow-chart.js'));

const windows = [7, 30, 90, 365] as const;

/** Milliseconds after which it asks again, as long as somebody looks. */
const renewal = 60_000;

export default function OverviewPage() {
  const [days, setDays] = useStore<number>('overview.days', 30);
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', days],
    queryFn: ({ signal }) => overviewOf(days, signal),
    refetchInterval: renewal,
    placeholderData: keepPreviousData,
  });
  return (
    <Box sx={{ py: 2 }}>
      <Title title="Overview" />
      <Stack
        direction="row"
        sx={{
          flexWrap: 'wrap',
          gap: 2,
          alignItems: 'center',
          justifyContent: 'space-between',
          mb: 2,
        }}
      >
        <ToggleButtonGroup
          exclusive
          size="small"
          value={days}
          onChange={(_, next: number | null) => next !== null && setDays(next)}
          aria-label="How far back"
        >
          {windows.map((each) => (
            <ToggleButton key={each} value={each}>
              {each === 365 ? 'A year' : `${each} days`}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {data !== undefined && (
          <Typography variant="body2" color="textSecondary">
            As of {momentInWords(data.to)}, renewed every minute
          </Typography>
        )}
      </Stack>
      {error !== null && (
        <Alert
          severity="error"
          sx={{ mb: 2 }}
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {sentenceOf(error)}
        </Alert>
      )}
      {data === undefined ? error === null && <Expected /> : <Figures figures={data} />}
    </Box>
  );
}

function Expected() {
  return (
    <Grid container spacing={2} aria-label="The figures are on their way">
      {[1, 2, 3, 4, 5, 6].map((place) => (
        <Grid key={place} size={{ xs: 12, sm: 6, lg: 4 }}>
          <Skeleton variant="rounded" height={130} />
        </Grid>
      ))}
    </Grid>
  );
}

function Figures({ figures }: { figures: OverviewFigures }) {
  const { members, mrr, churn, failedPayments, from, totals } = figures;
  const reading = members.active + members.trialing + members.grace;
  const card = { xs: 12, sm: 6, lg: 4 } as const;
  const half = { xs: 12, lg: 6 } as const;
  return (
    <Grid container spacing={2}>
      <Grid size={card}>
        <FigureCard
          title="Members who read"
          figure={count(reading)}
          link={{ to: '/members', label: 'All members' }}
        >
          {countOf(members.trialing, 'of them is', 'of them are')} in their trial.{' '}
          {signed(totals.net)} paying members since {dayInWords(from)}.
        </FigureCard>
      </Grid>
      <Grid size={card}>
        <RevenueCard mrr={mrr} from={from} />
      </Grid>
      <Grid size={card}>
        <ChurnCard churn={churn} from={from} />
      </Grid>
      <Grid size={card}>
        <FailedPaymentsCard failedPayments={failedPayments} />
      </Grid>
      <Grid size={card}>
        <InboxCard inbox={figures.inbox} />
      </Grid>
      <Grid size={card}>
        <ReconciliationCard run={figures.reconciliation} />
      </Grid>
      <Charts figures={figures} />
      <Grid size={12}>
        <MembersByState members={members} />
      </Grid>
      <Grid size={half}>
        <ArticleTable
          title="Most read"
          empty="Nothing was read in these days."
          articles={figures.mostRead}
        />
      </Grid>
      <Grid size={half}>
        <ArticleTable
          title="Led to memberships"
          empty="No membership began at an article’s wall in these days."
          articles={figures.mostConverting}
        />
      </Grid>
    </Grid>
  );
}

function Charts({ figures: { totals, series } }: { figures: OverviewFigures }) {
  const half = { xs: 12, lg: 6 } as const;
  const placeholder = <Skeleton variant="rounded" height={340} />;
  return (
    <>
      <Grid size={half}>
        <Suspense fallback={placeholder}>
          <FlowChart
            title="Trials"
            sentence={`${countOf(totals.trialsStarted, 'trial')} started, ${count(totals.trialsConverted)} became paying memberships.`}
            series={series}
            lines={[
              { of: 'trialsStarted', label: 'Started' },
              { of: 'trialsConverted', label: 'Converted' },
            ]}
          />
        </Suspense>
      </Grid>
      <Grid size={half}>
        <Suspense fallback={placeholder}>
          <FlowChart
            title="Paying members"
            sentence={`${count(totals.begun)} began to pay, ${count(totals.ended)} left: ${signed(totals.net)}.`}
            series={series}
            lines={[
              { of: 'ended', label: 'Left' },
              { of: 'begun', label: 'Began to pay' },
            ]}
          />
        </Suspense>
      </Grid>
    </>
  );
}

/** With its sign also where it is a plus. */
const signed = (number: number): string => `${number > 0 ? '+' : ''}${count(number)}`;
