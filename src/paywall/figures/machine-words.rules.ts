/** Which clients are machines by their own word, for what is counted: nothing is opened or refused by it. */
import { isLinkPreview } from '../gifts/link-preview.rules.js';
import { engineClaimedBy, isAiCrawler } from '../machines/claims.rules.js';

/** What programs that fetch pages for nobody’s eyes call themselves; CUBOT makes telephones. */
const others =
  /(?<!cu)bot\b|crawl|spider|slurp|scrape|fetcher|headless|lighthouse|pingdom|uptime|monitor|validator|feedly|^(curl|wget|python|java|go-http|okhttp|libwww|ruby|php)/i;

export const saysItIsAMachine = (userAgent: string): boolean =>
  others.test(userAgent) ||
  isLinkPreview(userAgent) ||
  engineClaimedBy(userAgent) !== null ||
  isAiCrawler(userAgent);
