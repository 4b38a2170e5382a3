/** An answer that is a CSV file to be kept. */
import { StreamableFile, applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Readable } from 'node:stream';

const content = { 'text/csv': { schema: { type: 'string' } } } as const;

/** Says so in the API's description. */
export const AnswersCsv = () => applyDecorators(ApiOkResponse({ content }));

/** @param name without its ending: letters and hyphens */
export function csvFile(name: string, file: Readable): StreamableFile {
  const disposition = `attachment; filename="${name}.csv"`;
  return new StreamableFile(file, { type: 'text/csv; charset=utf-8', disposition });
}
