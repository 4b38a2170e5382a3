/** What a statement is called where somebody watches: its own name, or what it does to which table; never its values. */

/** The word behind which the table stands, for each beginning. */
const table = /\b(?:from|into|update)\s+(?:"?\w+"?\.)?"?(\w+)"?/i;

/** Prisma's are named by a digest, which tells nobody anything. */
const isWord = /^[a-z][a-z ]*$/;

/** @param text as it is sent to the server, values apart */
export function statementName(text: string, name?: string): string {
  if (name !== undefined && isWord.test(name)) return name;
  const [verb = 'statement'] = /[a-z]+/i.exec(text) ?? [];
  const [, of] = table.exec(text) ?? [];
  return of === undefined ? verb.toLowerCase() : `${verb.toLowerCase()} ${of}`;
}
