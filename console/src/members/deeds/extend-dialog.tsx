/** Lets what a member holds go on until a later day without a charge. */
import { Typography } from '@mui/material';
import { useState } from 'react';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { publication } from '../../publication.js';
import { dayInWords } from '../../words/dates.js';
import { calledName, isGiven, type MemberFile } from '../member.js';
import { priceInWords } from '../../plans/price.js';
import { lastMomentOf } from '../../words/calendar-day.js';
import { DayField } from './day-field.js';
import { type DeedProps, useDeed } from './deed.js';

export function ExtendDialog({ member, onClose }: DeedProps) {
  const { membership } = member;
  const [day, setDay] = useState('');
  const deed = useDeed(member);
  const name = calledName(member);
  const present = membership.accessUntil ?? membership.currentPeriodEnd ?? member.createdAt;
  const until = day === '' ? null : lastMomentOf(day, publication.timeZone);
  return (
    <DeedDialog
      open
      onClose={onClose}
      title={`Give ${name} more time?`}
      verb={until === null ? 'Extend' : `Extend until ${dayInWords(until)}`}
      disabled={until === null}
      deed={() => deed('extend', { until })}
      done={`${name} has more time.`}
    >
      <Typography>What she holds ends on {dayInWords(present)} as things stand.</Typography>
      <DayField label="New last day" value={day} onChange={setDay} from={present} />
      {until !== null && <Typography>{consequence(member, dayInWords(until))}</Typography>}
    </DeedDialog>
  );
}

function consequence(member: MemberFile, day: string): string {
  const { state, price } = member.membership;
  if (isGiven(member)) return `What was given to her ends on ${day} instead. Nothing is billed.`;
  const sum = price === null ? 'what she bought it for' : priceInWords(price);
  return state === 'trialing'
    ? `Her trial ends on ${day} instead, and stays her one trial. If she was reminded of the old end, ` +
        `she is reminded of the new one. She pays ${sum} from then on, unless she cancels.`
    : `She is billed next on ${day} instead, ${sum} as before. Nothing is charged until then, and ` +
        'nothing for the days between.';
}
