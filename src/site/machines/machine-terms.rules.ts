/** What the site lets machines use its words for, as robots.txt and the licence file both say it. */

export interface MachineTerms {
  /** In a search index, with links and short excerpts. */
  search: boolean;
  /** To answer somebody's question right now. */
  aiInput: boolean;
  /** To train models: never without a licence, for nobody can take that back. */
  aiTrain: boolean;
}

export function machineTerms(aiCrawlers: 'allowed' | 'licensed'): MachineTerms {
  return { search: true, aiInput: aiCrawlers === 'allowed', aiTrain: false };
}
