/** What a member sees, as the API answers her: under a banner that says whose eyes these are, and ends the look. */
import { Alert, Box, Button, Dialog, Stack, Tab, Tabs } from '@mui/material';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { calledName, type MemberFile } from '../member.js';
import { HerAccount } from './her-account.js';
import { HerArticles } from './her-articles.js';
import { HerInvoices } from './her-invoices.js';
import { LookProvider } from './look.js';

export interface Look {
  token: string;
  /** By the page's own clock. */
  endsAt: number;
}

const second = 1000;
const tabs = ['Account', 'Invoices', 'Articles'] as const;
type TabName = (typeof tabs)[number];

const pages: Record<TabName, ReactNode> = {
  Account: <HerAccount />,
  Invoices: <HerInvoices />,
  Articles: <HerArticles />,
};

interface HerPagesProps {
  member: MemberFile;
  look: Look;
  onEnd: () => void;
}

export function HerPages({ member, look, onEnd }: HerPagesProps) {
  const left = useSecondsUntil(look.endsAt);
  const [tab, setTab] = useState<TabName>('Account');
  const titleId = useId();
  const isOver = left <= 0;
  return (
    <Dialog open fullScreen onClose={onEnd} aria-labelledby={titleId}>
      <Alert
        severity="warning"
        variant="standard"
        id={titleId}
        sx={{ borderRadius: 0, position: 'sticky', top: 0, zIndex: 1 }}
        action={
          <Button color="inherit" size="small" onClick={onEnd} autoFocus>
            End
          </Button>
        }
      >
        {isOver
          ? `The look at what ${calledName(member)} sees is over.`
          : `You see what ${calledName(member)} (${member.email}) sees. Nothing changes. ${clockOf(left)} left.`}
      </Alert>
      {!isOver && (
        <LookProvider value={look.token}>
          <Stack sx={{ maxWidth: 760, width: '100%', mx: 'auto', px: 2 }}>
            <Tabs
              value={tab}
              onChange={(_event, next: TabName) => setTab(next)}
              aria-label="What she sees"
            >
              {tabs.map((each) => (
                <Tab key={each} value={each} label={each} id={`her-${each}`} />
              ))}
            </Tabs>
            <Box role="tabpanel" aria-labelledby={`her-${tab}`} sx={{ py: 2 }}>
              {pages[tab]}
            </Box>
          </Stack>
        </LookProvider>
      )}
    </Dialog>
  );
}

function useSecondsUntil(endsAt: number): number {
  const [left, setLeft] = useState(() => secondsUntil(endsAt));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(endsAt)), second);
    return () => clearInterval(timer);
  }, [endsAt]);
  return left;
}

const secondsUntil = (endsAt: number): number =>
  Math.max(0, Math.round((endsAt - performance.now()) / second));

/** Like `14:05`. */
const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
