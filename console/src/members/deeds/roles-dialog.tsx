/** Says who belongs to the staff, and what that lets her do. */
import {
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useRefresh } from 'react-admin';
import { api } from '../../api/client.js';
import { lowestRole, may, type Permission, type Role } from '../../auth/permissions.js';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { calledName } from '../member.js';
import type { DeedProps } from './deed.js';

const powers: Record<Permission, string> = {
  'articles.write': 'write articles of her own',
  'articles.publish': 'edit, publish and schedule everybody’s articles',
  'plans.manage': 'change plans and prices',
  'members.manage': 'see all members, give memberships and give money back',
  'staff.manage': 'say who belongs to the staff',
  'settings.manage': 'change the meter and the gates',
  'inbox.manage': 'tend the webhook inbox and the reconciliation',
  'audit.read': 'read the audit',
  'revenue.read': 'see what is earned',
};

const choices = ['reader', 'author', 'editor', 'admin'] as const;
type Choice = (typeof choices)[number];

const choiceNames: Record<Choice, string> = {
  reader: 'Reader: no member of staff',
  author: 'Author',
  editor: 'Editor',
  admin: 'Admin',
};

const rolesOf = (choice: Choice): Role[] => (choice === 'reader' ? [] : [choice]);

const powersOf = (roles: readonly Role[]): Permission[] =>
  (Object.keys(lowestRole) as Permission[]).filter((each) => may(roles, each));

export function RolesDialog({ member, onClose }: DeedProps) {
  const present = choices.findLast((each) => each !== 'reader' && member.roles.includes(each));
  const [choice, setChoice] = useState<Choice>(present ?? 'reader');
  const refresh = useRefresh();
  const name = calledName(member);
  const roles = rolesOf(choice);
  const change = async () => {
    await api.put(`/admin/members/${member.id}/roles`, { roles });
    refresh();
  };
  const isSame = roles.join() === member.roles.join();
  const verb = choice === 'reader' ? `Make ${name} a reader` : `Make ${name} ${articleOf(choice)}`;
  return (
    <DeedDialog
      open
      onClose={onClose}
      title={`What is ${name} to be?`}
      verb={verb}
      isDangerous={choice === 'admin' || roles.length < member.roles.length}
      disabled={isSame}
      deed={change}
      done={`${name} is ${choice === 'reader' ? 'a reader' : articleOf(choice)} from now on.`}
    >
      <FormControl>
        <FormLabel id="her-role">Role</FormLabel>
        <RadioGroup
          aria-labelledby="her-role"
          value={choice}
          onChange={(_event, value) =>
            setChoice(choices.find((each) => each === value) ?? 'reader')
          }
        >
          {choices.map((each) => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio />}
              label={choiceNames[each]}
            />
          ))}
        </RadioGroup>
      </FormControl>
      <Consequence name={name} before={member.roles} after={roles} />
    </DeedDialog>
  );
}

function Consequence({ name, before, after }: { name: string; before: Role[]; after: Role[] }) {
  const gained = powersOf(after).filter((each) => !may(before, each));
  const lost = powersOf(before).filter((each) => !may(after, each));
  return (
    <>
      {gained.length > 0 && (
        <Powers words={`${name} will be able, from her next request on, to:`} of={gained} />
      )}
      {lost.length > 0 && (
        <Powers
          words={`${name} will not be able any more, from her next request on, to:`}
          of={lost}
        />
      )}
      {gained.length + lost.length > 0 ? (
        <Typography>She is told by mail.</Typography>
      ) : (
        <Typography>This is what she is now.</Typography>
      )}
    </>
  );
}

function Powers({ words, of }: { words: string; of: readonly Permission[] }) {
  return (
    <div>
      <Typography>{words}</Typography>
      <ul>
        {of.map((each) => (
          <Typography component="li" key={each}>
            {powers[each]}
          </Typography>
        ))}
      </ul>
    </div>
  );
}

const articleOf = (choice: Choice): string => (choice === 'reader' ? 'a reader' : `an ${choice}`);
