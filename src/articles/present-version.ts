/** Which version of an article there is at this moment: asked for within a query that has something else to ask, too. */

/** What such a query has found; it proves what was there when the query ran, and nothing of later. */
export interface PresentVersion {
  readonly version: number;
  readonly textId: string;
}

/** Of the article that is `asked` for. Without a row it is not published, or gone. */
export const presentVersion = {
  name: 'article',
  parameters: [{ name: 'articleId', type: 'uuid' }],
  columns: [
    'present.id as "presentArticleId"',
    'present.version as "presentVersion"',
    'present."currentTextId" as "presentTextId"',
  ],
  joins: `left join articles present on present.id = asked."articleId" and present.status = 'published'`,
} as const;

/** @returns undefined where the row is of a query that did not ask for this article */
export function presentVersionIn(
  row: Readonly<Record<string, unknown>> | undefined,
  articleId: string,
): PresentVersion | undefined {
  if (row === undefined || row['presentArticleId'] !== articleId) return undefined;
  return { version: row['presentVersion'] as number, textId: row['presentTextId'] as string };
}
