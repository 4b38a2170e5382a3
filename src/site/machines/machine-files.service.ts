/** Puts together what machines are told about this site: robots.txt and the licence file. */
import { Injectable } from '@nestjs/common';
import { aiCrawlerTokens, robotsOnlyTokens } from '../../paywall/machines/ai-crawlers.js';
import { licencePath } from '../../paywall/machines/licence-path.js';
import { MachineSettingsRepository } from '../../paywall/machines/machine-settings.repository.js';
import { Config } from '../../platform/config/config.js';
import { paths } from '../site-paths.js';
import { licenceFile } from './licence-file.rules.js';
import { machineTerms } from './machine-terms.rules.js';
import { robotsFile } from './robots.rules.js';

/** What is somebody's own, answers programs, or is another address of what stands elsewhere. */
const closed = [
  '/api/',
  '/webhooks/',
  '/health/',
  '/dev/',
  paths.account,
  '/checkout/',
  paths.signIn,
  paths.signOut,
  paths.register,
  paths.resetPassword,
  paths.search,
  '/preview/',
  '/*?*gift=',
];

@Injectable()
export class MachineFiles {
  constructor(
    private readonly config: Config,
    private readonly settings: MachineSettingsRepository,
  ) {}

  async robots(): Promise<string> {
    const { aiCrawlers } = await this.settings.read();
    const origin = this.config.publicUrl;
    return robotsFile({
      terms: machineTerms(aiCrawlers),
      unlicensed: aiCrawlers === 'allowed' ? [] : [...aiCrawlerTokens, ...robotsOnlyTokens],
      closed,
      licence: `${origin}${licencePath}`,
      sitemap: `${origin}${paths.sitemap}`,
      open: [licencePath, paths.sitemap],
    });
  }

  async licence(): Promise<string> {
    const { aiCrawlers } = await this.settings.read();
    const { name, helpEmail: email } = this.config.publication;
    return licenceFile(machineTerms(aiCrawlers), { name, url: this.config.publicUrl, email });
  }
}
