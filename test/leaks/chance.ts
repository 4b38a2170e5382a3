/** What differs between two answers without telling anything: when they were given, and what was drawn for them. */

const instants =
  /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/g;

/** The console's, in its policy and its page: sixteen bytes for each answer. */
const nonces = /nonce(-|=")[\w+/]{22}==/g;

export const withoutChance = (text: string): string =>
  text.replaceAll(instants, 'an instant').replaceAll(nonces, 'a nonce');
