/** Who a member is, and what can be done to her account. */
import { Alert, Stack } from '@mui/material';
import { CopyText } from './copy-text.js';
import { AccountDeeds } from '../deeds/account-deeds.js';
import { dayInWords, momentInWords } from '../../words/dates.js';
import { countOf } from '../../words/numbers.js';
import type { MemberFile } from '../member.js';
import { Facts } from '../../parts/facts.js';
import { SectionCard } from '../../parts/section-card.js';

export function AccountCard({ member }: { member: MemberFile }) {
  const { id, email, name, roles, createdAt, bannedAt, banReason, deletedAt } = member;
  const { secondFactor, stripeCustomerId } = member;
  return (
    <SectionCard title="Account">
      <Stack spacing={2}>
        {bannedAt !== null && (
          <Alert severity="error">
            Banned since {momentInWords(bannedAt)}: {banReason ?? 'no reason is kept'}
          </Alert>
        )}
        <Facts
          of={[
            ['Name', name ?? 'not told'],
            ['Address', deletedAt === null ? <CopyText key="email" text={email} /> : null],
            ['Role', roles.length === 0 ? 'Reader' : roles.join(', ')],
            ['Opened', dayInWords(createdAt)],
            ['Second factor', factorsInWords(secondFactor)],
            ['Id', <CopyText key="id" text={id} />],
            [
              'At Stripe',
              stripeCustomerId === null ? null : <CopyText key="stripe" text={stripeCustomerId} />,
            ],
          ]}
        />
        {deletedAt === null && <AccountDeeds member={member} />}
      </Stack>
    </SectionCard>
  );
}

function factorsInWords({ authenticator, passkeys }: MemberFile['secondFactor']): string {
  const shown = [
    ...(authenticator ? ['an authenticator'] : []),
    ...(passkeys > 0 ? [countOf(passkeys, 'passkey')] : []),
  ];
  return shown.length === 0 ? 'none' : shown.join(' and ');
}
