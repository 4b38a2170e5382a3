/** What can be done to a member's account. */
import { Stack } from '@mui/material';
import { useMay, useStaff } from '../../auth/staff.js';
import { SeeAsHer } from '../eyes/see-as-her.js';
import type { MemberFile } from '../member.js';
import { DeleteDialog, SignOutDialog } from './account-dialogs.js';
import { BanDialog, UnbanDialog } from './ban-dialog.js';
import { DeedOpener } from './deed-opener.js';
import { RolesDialog } from './roles-dialog.js';

export function AccountDeeds({ member }: { member: MemberFile }) {
  const mayChangeStaff = useMay('staff.manage');
  const isMe = useStaff().id === member.id;
  const isBanned = member.bannedAt !== null;
  const canBeSeen = !isBanned && member.roles.length === 0;
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
      {canBeSeen && <SeeAsHer member={member} />}
      {member.sessions.length > 0 && !isMe && (
        <DeedOpener label="Sign out everywhere…">
          {(onClose) => <SignOutDialog member={member} onClose={onClose} />}
        </DeedOpener>
      )}
      {mayChangeStaff && (
        <DeedOpener label="Change role…">
          {(onClose) => <RolesDialog member={member} onClose={onClose} />}
        </DeedOpener>
      )}
      {isBanned && (
        <DeedOpener label="Lift the ban…">
          {(onClose) => <UnbanDialog member={member} onClose={onClose} />}
        </DeedOpener>
      )}
      {!isBanned && !isMe && (
        <DeedOpener color="error" label="Ban…">
          {(onClose) => <BanDialog member={member} onClose={onClose} />}
        </DeedOpener>
      )}
      {!isMe && (
        <DeedOpener color="error" label="Delete account…">
          {(onClose) => <DeleteDialog member={member} onClose={onClose} />}
        </DeedOpener>
      )}
    </Stack>
  );
}
