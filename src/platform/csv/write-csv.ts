/** Writes a CSV file as it is asked for, however long it is, with nothing in it that a spreadsheet would calculate. */
import { Readable, pipeline } from 'node:stream';
import { stringify } from 'csv-stringify';

export type CsvRow = readonly (string | number | null)[];

/**
 * Rows are made as fast as the reader takes them. Where she goes away, the making ends with the next row; where it
 * fails, the answer breaks off, which no reader can take for its end.
 */
export function writeCsv(head: readonly string[], rows: AsyncIterable<CsvRow>): Readable {
  const file = stringify({
    header: true,
    columns: [...head],
    escape_formulas: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
  });
  // Its own error is what the file ends with: whoever reads it hears of it there.
  pipeline(Readable.from(rows), file, () => undefined);
  return file;
}
