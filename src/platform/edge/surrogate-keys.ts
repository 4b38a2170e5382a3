/** What shared answers are made of, by the names under which caches in front of us find them again. */

/**
 * `articles`: every list of articles; `section:…`, `tag:…`, `author:…`: the
 * list of one of them; `article:…`: an article's own
 * answers; `plans`: what is for sale, walls included; `site`: everything.
 */
export type SurrogateKey =
  'site' | 'articles' | 'plans' | `${'article' | 'section' | 'tag' | 'author'}:${string}`;

/** As the header `Surrogate-Key` has it: each once, with a space between. */
export function joined(keys: readonly SurrogateKey[]): string {
  return [...new Set<SurrogateKey>(['site', ...keys])].join(' ');
}
