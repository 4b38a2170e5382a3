/** What has become of an event, in a word. */
import { Chip } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { type ReceivedEvent, statuses } from './received-event.js';

export function StatusChip() {
  const event = useRecordContext<ReceivedEvent>();
  if (event === undefined) return null;
  const { label, color } = statuses[event.status];
  return <Chip size="small" variant="outlined" label={label} color={color} />;
}
