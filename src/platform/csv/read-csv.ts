/** Reads a CSV file as people and their spreadsheets write it: with or without a BOM, with any ends of lines. */
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { setImmediate as others } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';

export interface CsvRecord {
  /** Where it begins, as an editor counts: the head is line 1. */
  line: number;
  fields: string[];
}

export class CsvUnreadable extends Error {
  override name = 'CsvUnreadable';

  /** @param reason a sentence for whoever has the file, without anything of what it says */
  constructor(
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/** Characters of one record; nobody's is as long. */
const longestRecord = 20_000;

/** Bytes that are read in one go, whatever is in them; then whoever else waits has a turn. */
const inOneGo = 64 * 1024;

/** A spreadsheet puts an apostrophe before what it would otherwise take for a formula, and so do we. */
const guarded = /^'(?=[=+\-@\t\r＝＋－＠])/u;

/**
 * Lines without anything are passed over. A record may have fewer or more fields than the head.
 * @throws CsvUnreadable
 */
export async function* readCsv(bytes: Uint8Array): AsyncGenerator<CsvRecord> {
  // UTF-16, which spreadsheets write, too, is full of NULs.
  if (!isUtf8(bytes) || bytes.includes(0))
    throw new CsvUnreadable('The file is not written in UTF-8.');
  const parser = Readable.from(slicesOf(bytes)).pipe(
    parse({
      bom: true,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRecord,
    }),
  );
  let twiceCounted = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const breaks = breaksWithin(record);
      const line = info.lines - twiceCounted - breaks.all - breaks.twice;
      twiceCounted += breaks.twice;
      yield { line, fields: record.map((field) => field.replace(guarded, '')) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CsvUnreadable(reasonOf(error), { cause: error });
  }
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

async function* slicesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += inOneGo) {
    yield bytes.subarray(at, at + inOneGo);
    await others();
  }
}

/**
 * The parser counts the lines up to the end of a record; a quoted field may have several of them, and where it breaks
 * them as Windows does, each is counted twice.
 */
function breaksWithin(record: readonly string[]): { all: number; twice: number } {
  const breaks = record.flatMap((field) => field.match(/\r\n|\r|\n/g) ?? []);
  return { all: breaks.length, twice: breaks.filter((each) => each === '\r\n').length };
}

function reasonOf({ code, lines }: CsvError): string {
  const where = typeof lines === 'number' ? ` (line ${lines})` : '';
  return code === 'CSV_MAX_RECORD_SIZE'
    ? `A line is longer than any member's, or a quotation mark is never closed${where}.`
    : `The quotation marks are not as CSV has them${where}.`;
}
