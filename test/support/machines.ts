/** Machines that come to a test town: what they say they are, where they come from, and what the town lets them have. */
import type { TestTown } from './town.js';

export const userAgents = {
  googlebot: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  duckduckbot: 'DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)',
  gptbot: 'Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)',
  chrome: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36',
};

/** Somewhere that no list and no name knows. */
const somewhere = '198.51.100.7';

/** The town has to trust the loopback, which says where each comes from. */
export class Machines {
  constructor(
    private readonly town: TestTown,
    private readonly admin: string,
  ) {}

  async set(settings: object): Promise<void> {
    const body = { searchEnginesReadAll: false, aiCrawlers: 'allowed', ...settings };
    const path = '/api/v1/admin/settings/machines';
    const { status, text } = await this.town.ask('PUT', path, { token: this.admin, body });
    if (status !== 200) throw new Error(text);
  }

  come(
    path: string,
    userAgent: string,
    address = somewhere,
    more: { token?: string; method?: string; headers?: Record<string, string> } = {},
  ): ReturnType<TestTown['ask']> {
    return this.town.ask(more.method ?? 'GET', path, {
      ...(more.token === undefined ? {} : { token: more.token }),
      headers: { 'user-agent': userAgent, 'x-forwarded-for': address, ...more.headers },
    });
  }
}
