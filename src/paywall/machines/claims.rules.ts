/** Who a User-Agent says it is. It is a claim: it may cost something to make, and never opens anything by itself. */
import { aiCrawlerTokens } from './ai-crawlers.js';
import { type SearchEngine, searchEngines } from './search-engines.js';

/** As a word of its own: `NotGooglebot` claims nothing. */
function wordIn(tokens: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${tokens.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

const engines = searchEngines.map((engine) => ({ engine, word: wordIn(engine.tokens) }));
const aiCrawler = wordIn(aiCrawlerTokens);

export function engineClaimedBy(userAgent: string): SearchEngine | null {
  return engines.find(({ word }) => word.test(userAgent))?.engine ?? null;
}

/** Whether it identifies itself as an AI crawler; who also names a search engine is taken for that. */
export function isAiCrawler(userAgent: string): boolean {
  return aiCrawler.test(userAgent) && engineClaimedBy(userAgent) === null;
}
