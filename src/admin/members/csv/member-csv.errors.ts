/** What can be wrong with a file of members as a whole. */
import { Problem } from '../../../platform/http/problem.js';

export const unreadableFile = (detail: string): Problem =>
  new Problem({ status: 422, code: 'members/unreadable-file', detail });

export const emailColumnMissing = (): Problem =>
  new Problem({
    status: 422,
    code: 'members/no-email-column',
    detail:
      'The first line must name the columns, one of them "email". Are they parted by commas? ' +
      'The others are name, labels, plan and until.',
  });

export const unknownColumn = (column: string): Problem =>
  new Problem({
    status: 422,
    code: 'members/unknown-column',
    detail: `There is no column "${column}": take email, name, labels, plan and until.`,
  });

export const columnTwice = (column: string): Problem =>
  new Problem({
    status: 422,
    code: 'members/column-twice',
    detail: `The column "${column}" is named twice.`,
  });

export const emptyFile = (): Problem =>
  unreadableFile('There is no member in the file: a head line, and a line for each are needed.');

export const tooManyLines = (most: number): Problem =>
  unreadableFile(`There are more than ${most} members in the file; send it in parts.`);
