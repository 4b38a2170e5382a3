/** Remembers what machines may have, as the site's admins set it. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Announcements } from '../../platform/database/announcements.js';
import { Database } from '../../platform/database/database.js';
import { Shelf } from '../../platform/database/shelf.js';
import { Purges } from '../../platform/edge/purges.js';

export const aiCrawlerRules = ['allowed', 'licensed'] as const;
/** `licensed`: an AI crawler that says it is one is asked for a licence. */
export type AiCrawlerRule = (typeof aiCrawlerRules)[number];

export interface MachineSettings {
  /** Search engines that prove who they are get the whole text. */
  searchEnginesReadAll: boolean;
  aiCrawlers: AiCrawlerRule;
}

const untilSet: MachineSettings = { searchEnginesReadAll: false, aiCrawlers: 'allowed' };

export const machineSettingsTopic = 'machine settings';

@Injectable()
export class MachineSettingsRepository {
  private readonly shelf: Shelf<MachineSettings>;

  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
    private readonly purges: Purges,
  ) {
    this.shelf = new Shelf(announcements, machineSettingsTopic, { standsIn: true });
  }

  read(): Promise<MachineSettings> {
    return this.shelf.get('', () => this.load());
  }

  async write({ searchEnginesReadAll, aiCrawlers }: MachineSettings): Promise<void> {
    const data = { searchEnginesReadAll, aiCrawlers, updatedAt: this.clock.now() };
    await this.database.transaction(async () => {
      await this.database.client.machineSettings.upsert({
        where: { id: 1 },
        create: { id: 1, ...data },
        update: data,
      });
      await this.announcements.announce(machineSettingsTopic);
      // What is kept for everybody is also what machines are given.
      await this.purges.order('site');
    });
  }

  private async load(): Promise<MachineSettings> {
    const row = await this.database.client.machineSettings.findUnique({
      where: { id: 1 },
      select: { searchEnginesReadAll: true, aiCrawlers: true },
    });
    return row ?? untilSet;
  }
}
