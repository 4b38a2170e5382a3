/** What can be done to what a member holds, as it stands. */
import { Stack } from '@mui/material';
import { isGiven, isRunning, type MemberFile } from '../member.js';
import { CancelDialog } from './cancel-dialog.js';
import { CompDialog } from './comp-dialog.js';
import { DeedOpener } from './deed-opener.js';
import { ExtendDialog } from './extend-dialog.js';

export function MembershipDeeds({ member }: { member: MemberFile }) {
  const runs = isRunning(member.membership.state);
  const hasGiven = isGiven(member);
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
      {(!runs || hasGiven) && (
        <DeedOpener
          {...(runs ? {} : { variant: 'contained' as const, color: 'primary' as const })}
          label={hasGiven ? 'Change what was given…' : 'Give a membership…'}
        >
          {(onClose) => <CompDialog member={member} onClose={onClose} />}
        </DeedOpener>
      )}
      {runs && (
        <>
          <DeedOpener label="Give more time…">
            {(onClose) => <ExtendDialog member={member} onClose={onClose} />}
          </DeedOpener>
          <DeedOpener color="error" label="End it…">
            {(onClose) => <CancelDialog member={member} onClose={onClose} />}
          </DeedOpener>
        </>
      )}
    </Stack>
  );
}
