/** Ends what a member holds: with what is paid for, or at once. */
import {
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { dayInWords } from '../../words/dates.js';
import { calledName, isGiven } from '../member.js';
import { type DeedProps, useDeed } from './deed.js';

type EndingTime = 'now' | 'period-end';

export function CancelDialog({ member, onClose }: DeedProps) {
  const { membership } = member;
  const hasGiven = isGiven(member);
  const end = membership.trialEndsAt ?? membership.currentPeriodEnd;
  const last =
    membership.state === 'trialing' ? (membership.trialEndsAt ?? end) : membership.currentPeriodEnd;
  const canWait = !hasGiven && membership.cancelsAt === null && last !== null;
  const [at, setAt] = useState<EndingTime>(canWait ? 'period-end' : 'now');
  const deed = useDeed(member);
  const name = calledName(member);
  const plan = membership.plan?.name ?? 'the membership';
  const day = last === null ? '' : dayInWords(last);
  return (
    <DeedDialog
      open
      onClose={onClose}
      title={`End ${plan} for ${name}?`}
      verb={at === 'now' ? `End ${plan} now` : `Cancel for ${day}`}
      isDangerous
      deed={() => deed('cancel', { at })}
      done={at === 'now' ? `${name} is no member any more.` : `It ends on ${day}.`}
    >
      {canWait && (
        <FormControl>
          <FormLabel id="when-it-ends">When</FormLabel>
          <RadioGroup
            aria-labelledby="when-it-ends"
            value={at}
            onChange={(_event, value) => setAt(value === 'now' ? 'now' : 'period-end')}
          >
            <FormControlLabel
              value="period-end"
              control={<Radio />}
              label={`On ${day}, with what is paid for`}
            />
            <FormControlLabel value="now" control={<Radio />} label="Now" />
          </RadioGroup>
        </FormControl>
      )}
      <Typography>
        {at === 'now'
          ? `${name} stops reading what members read with her next request. ${
              hasGiven
                ? 'What was given to her cost nothing, so there is nothing to give back.'
                : 'Nothing is billed any more, and nothing is given back: refund it yourself if she is to have her money.'
            }`
          : `${name} reads on until ${day}, and is not billed again. She may take it back until then.`}
      </Typography>
      {membership.cancelsAt !== null && !hasGiven && (
        <Typography>
          She has cancelled herself already; it would end on {dayInWords(membership.cancelsAt)}.
        </Typography>
      )}
    </DeedDialog>
  );
}
