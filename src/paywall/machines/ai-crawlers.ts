/** The AI crawlers that say who they are in their User-Agent, by whom they are sent. */

/** Each operator's own page on its crawlers is named where it has one. */
const byOperator: Record<string, readonly string[]> = {
  // platform.openai.com/docs/bots
  OpenAI: ['GPTBot', 'OAI-SearchBot', 'ChatGPT-User'],
  // support.claude.com: "Does Anthropic crawl data from the web"
  Anthropic: ['ClaudeBot', 'Claude-SearchBot', 'Claude-User', 'Claude-Web', 'anthropic-ai'],
  // docs.perplexity.ai/guides/bots
  Perplexity: ['PerplexityBot', 'Perplexity-User'],
  // developers.facebook.com/docs/sharing/webmasters/web-crawlers
  Meta: ['meta-externalagent', 'meta-externalfetcher', 'meta-webindexer', 'FacebookBot'],
  // developer.amazon.com/amazonbot
  Amazon: ['Amazonbot', 'Amzn-SearchBot', 'Amzn-User', 'bedrockbot'],
  // commoncrawl.org/ccbot
  'Common Crawl': ['CCBot'],
  ByteDance: ['Bytespider', 'TikTokSpider'],
  // docs.mistral.ai/robots
  Mistral: ['MistralAI-User'],
  // duckduckgo.com/duckduckgo-help-pages/results/duckassistbot
  DuckDuckGo: ['DuckAssistBot'],
  // developers.google.com/crawling/docs/crawlers-fetchers/google-common-crawlers
  Google: ['Google-CloudVertexBot', 'Google-NotebookLM', 'GoogleAgent-Mariner'],
  Cohere: ['cohere-ai', 'cohere-training-data-crawler'],
  DeepSeek: ['DeepSeekBot'],
  Huawei: ['PanguBot'],
  // allenai.org/crawler
  'Allen Institute': ['AI2Bot'],
  // docs.diffbot.com/docs/getting-started-with-crawlbot
  Diffbot: ['Diffbot'],
  Firecrawl: ['FirecrawlAgent'],
  Tavily: ['TavilyBot'],
  Hive: ['ImagesiftBot'],
  Timpi: ['Timpibot'],
  // webz.io/bot.html
  Webz: ['Webzio-Extended', 'omgili', 'omgilibot'],
  You: ['YouBot'],
};

export const aiCrawlerTokens: readonly string[] = Object.values(byOperator).flat();

/** What only robots.txt names: by these the search engines' crawlers are told what else not to use a text for. */
export const robotsOnlyTokens: readonly string[] = ['Google-Extended', 'Applebot-Extended'];
