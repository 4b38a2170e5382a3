/** The search engines that may prove who they are, and by what. */

export interface SearchEngine {
  /** Also the name of its published list of addresses, without `.json`. */
  readonly name: string;
  /** What its crawlers call themselves; a word of theirs, and no proof. */
  readonly tokens: readonly string[];
  /**
   * Where the names of its crawlers end; empty where only the list proves anything. Narrower than what the
   * engine owns: its other machines fetch pages for whoever asks them to, with the asker's User-Agent, as
   * translators and proxies do.
   */
  readonly domains: readonly string[];
}

export const searchEngines: readonly SearchEngine[] = [
  // developers.google.com/crawling/docs/crawlers-fetchers/verify-google-requests
  { name: 'googlebot', tokens: ['Googlebot'], domains: ['googlebot.com'] },
  // www.bing.com/webmasters/help/verify-bingbot
  { name: 'bingbot', tokens: ['bingbot'], domains: ['search.msn.com'] },
  // support.apple.com/en-us/119829
  { name: 'applebot', tokens: ['Applebot'], domains: ['applebot.apple.com'] },
  // duckduckgo.com/duckduckgo-help-pages/results/duckduckbot: addresses, and no names
  { name: 'duckduckbot', tokens: ['DuckDuckBot'], domains: [] },
  // yandex.com/support/webmaster/robot-workings/check-yandex-robots
  {
    name: 'yandexbot',
    tokens: ['YandexBot', 'YandexMobileBot'],
    domains: ['spider.yandex.com', 'spider.yandex.net', 'spider.yandex.ru'],
  },
];
