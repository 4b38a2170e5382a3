/** A row that PostgreSQL has told as JSON, where one text can be compared with the last one instead of being read. */

/** The columns of a row that hold instants. */
export type DatesOf<Row> = {
  [Column in keyof Row]: Date extends Row[Column] ? Column : never;
}[keyof Row];

/** @param dates all columns that hold an instant, which JSON tells in words */
export function rowInJson<Row extends object>(
  json: string,
  dates: readonly DatesOf<Row>[],
): Readonly<Row> {
  const row = JSON.parse(json) as Record<DatesOf<Row>, unknown>;
  for (const column of dates) {
    const told = row[column];
    if (typeof told === 'string') row[column] = new Date(told);
  }
  return Object.freeze(row) as unknown as Row;
}
