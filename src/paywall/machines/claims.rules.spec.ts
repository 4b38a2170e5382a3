import { describe, expect, it } from 'vitest';
import { aiCrawlerTokens } from './ai-crawlers.js';
import { engineClaimedBy, isAiCrawler } from './claims.rules.js';

const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

describe('A search engine is taken at its word only as far as to look whether it is true', () => {
  it.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'googlebot'],
    ['Googlebot-Image/1.0', 'googlebot'],
    ['Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)', 'bingbot'],
    [`${chrome} (Applebot/0.1; +http://www.apple.com/go/applebot)`, 'applebot'],
    ['Mozilla/5.0 (compatible; DuckDuckBot-Https/1.1; https://duckduckgo.com)', 'duckduckbot'],
    ['Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)', 'yandexbot'],
    ['GOOGLEBOT', 'googlebot'],
  ])('%s', (userAgent, name) => {
    expect(engineClaimedBy(userAgent)?.name).toBe(name);
    expect(isAiCrawler(userAgent)).toBe(false);
  });

  it.each(['', chrome, 'NotGooglebot/1.0', 'Googlebots', 'curl/8.5.0', 'GPTBot/1.2'])(
    'and nobody is taken for one by %j',
    (userAgent) => {
      expect(engineClaimedBy(userAgent)).toBeNull();
    },
  );
});

describe('An AI crawler that says who it is', () => {
  it.each([
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)',
    'CCBot/2.0 (https://commoncrawl.org/faq/)',
    'Ai2Bot-Dolma (+https://www.allenai.org/crawler)',
    ...aiCrawlerTokens,
  ])('is heard: %s', (userAgent) => {
    expect(isAiCrawler(userAgent)).toBe(true);
  });

  it.each([
    chrome,
    'Mozilla/5.0 (compatible; GPTBottom/1.0)',
    'facebookexternalhit/1.1',
    // Whoever claims both is taken for the engine.
    'Mozilla/5.0 (compatible; Googlebot/2.1; GPTBot/1.2)',
  ])('and a reader or an engine is not taken for one: %s', (userAgent) => {
    expect(isAiCrawler(userAgent)).toBe(false);
  });
});
