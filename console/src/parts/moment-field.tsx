/** An instant of a record, in the publication's time zone; react-admin's own would use the browser's. */
import { Typography } from '@mui/material';
import { type FieldProps, useFieldValue } from 'react-admin';
import { momentInWords } from '../words/dates.js';

export function MomentField({
  source,
  empty = '–',
}: Pick<FieldProps, 'source'> & { empty?: string }) {
  const value: unknown = useFieldValue({ source });
  return (
    <Typography component="span" variant="body2">
      {typeof value === 'string' ? <time dateTime={value}>{momentInWords(value)}</time> : empty}
    </Typography>
  );
}
