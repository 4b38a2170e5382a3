/** Reads a file of members into its lines, and finds what only the whole file tells: its head, and who stands in it twice. */
import { type CsvRecord, CsvUnreadable, readCsv } from '../../../platform/csv/read-csv.js';
import { normaliseEmail } from '../../../users/email-address.rules.js';
import type { NewLine } from './import-line.repository.js';
import {
  columnTwice,
  emailColumnMissing,
  emptyFile,
  tooManyLines,
  unknownColumn,
  unreadableFile,
} from './member-csv.errors.js';
import { refusalWords } from './member-import.js';
import { type MemberHead, addressIn, readHead, underHead } from './member-line.rules.js';

/** Members in one file. */
const mostLines = 50_000;

/** @throws Problem 422 */
export async function readMemberFile(file: Buffer): Promise<NewLine[]> {
  try {
    return await readLines(readCsv(file));
  } catch (error) {
    if (error instanceof CsvUnreadable) throw unreadableFile(error.reason);
    throw error;
  }
}

async function readLines(records: AsyncIterable<CsvRecord>): Promise<NewLine[]> {
  const lines: NewLine[] = [];
  const seen = new Set<string>();
  let head: MemberHead | null = null;
  for await (const { line, fields } of records) {
    if (head === null) {
      head = headIn(fields);
      continue;
    }
    if (lines.length === mostLines) throw tooManyLines(mostLines);
    lines.push(lineOf(line, fields, head, seen));
  }
  if (lines.length === 0) throw emptyFile();
  return lines;
}

function headIn(fields: readonly string[]): MemberHead {
  const decision = readHead(fields);
  if (decision.granted) return decision.head;
  switch (decision.denial) {
    case 'no-email':
      throw emailColumnMissing();
    case 'unknown-column':
      throw unknownColumn(decision.column);
    case 'column-twice':
      throw columnTwice(decision.column);
  }
}

function lineOf(
  line: number,
  fields: readonly string[],
  head: MemberHead,
  seen: Set<string>,
): NewLine {
  const written = underHead(fields, head);
  if (written === null) return { line, fields: {}, message: refusalWords['other-fields'] };
  const email = normaliseEmail(written.email ?? '');
  const isTwice = email !== '' && seen.has(email);
  seen.add(email);
  // As accounts have it: whoever asks what is held of her, or leaves, is found in the lines by it.
  const address = addressIn(written.email ?? '');
  const kept = address === null ? written : { ...written, email: address };
  return { line, fields: kept, message: isTwice ? refusalWords.twice : null };
}
