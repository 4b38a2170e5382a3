/** Gives a member a membership that costs her nothing. */
import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { publication } from '../../publication.js';
import { dayInWords, momentInWords } from '../../words/dates.js';
import { calledName, isGiven } from '../member.js';
import { usePlans } from '../../plans/use-plans.js';
import { lastMomentOf } from '../../words/calendar-day.js';
import { DayField } from './day-field.js';
import { type DeedProps, useDeed } from './deed.js';

export function CompDialog({ member, onClose }: DeedProps) {
  const { membership } = member;
  const hasOne = isGiven(member);
  const plans = usePlans().filter(({ archivedAt }) => archivedAt === null);
  const [chosen, setChosen] = useState(hasOne ? (membership.plan?.id ?? '') : '');
  const [day, setDay] = useState('');
  // What the browser takes for today is near enough for a button that fills in a field.
  const [today] = useState(() => performance.timeOrigin + performance.now());
  const deed = useDeed(member);
  const planId = chosen === '' ? (plans[0]?.id ?? '') : chosen;
  const plan = plans.find(({ id }) => id === planId);
  const name = calledName(member);
  const until = day === '' ? null : lastMomentOf(day, publication.timeZone);
  const isReady = until !== null && plan !== undefined;
  return (
    <DeedDialog
      open
      onClose={onClose}
      title={hasOne ? `Change what was given to ${name}?` : `Give ${name} a membership?`}
      verb={isReady ? `Give ${plan.name} until ${dayInWords(until)}` : 'Give the membership'}
      disabled={!isReady}
      deed={() => deed('comp', { planId, until })}
      done={`${name} has it.`}
    >
      <DayField label="Last day" value={day} onChange={setDay} from={today} />
      <TextField
        select
        label="Plan"
        value={planId}
        onChange={({ target }) => setChosen(target.value)}
      >
        {plans.map((each) => (
          <MenuItem key={each.id} value={each.id}>
            {each.name}
          </MenuItem>
        ))}
      </TextField>
      <Typography>
        {isReady
          ? `${name} reads what members of ${plan.name} read until ${momentInWords(until)}. ` +
            'It costs her nothing, is billed to nobody, uses up no trial, and ends by itself.'
          : 'Choose until when she is to read.'}
      </Typography>
      {hasOne && membership.accessUntil !== null && (
        <Typography>
          It takes the place of what she was given before, which ends on{' '}
          {dayInWords(membership.accessUntil)}.
        </Typography>
      )}
    </DeedDialog>
  );
}
