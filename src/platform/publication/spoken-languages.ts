/** The languages that there are words in; `publication.json` names one of them. */

export const spokenLanguages = ['en', 'de'] as const;

export type SpokenLanguage = (typeof spokenLanguages)[number];

/** @returns the one that a BCP 47 tag like `de-AT` begins with; null for one that we do not speak */
export function spokenIn(tag: string): SpokenLanguage | null {
  const [primary = ''] = tag.split('-');
  return spokenLanguages.find((known) => known === primary) ?? null;
}
