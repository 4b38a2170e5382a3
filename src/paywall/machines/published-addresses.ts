/** The addresses that search engines publish, from the files that the publisher keeps of them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { ConfigError } from '../../platform/config/load-config.js';
import { type Network, addressOf, liesIn } from '../../platform/networks/network.rules.js';
import { readAddressList } from './address-list.rules.js';
import { searchEngines } from './search-engines.js';

/** Each list is named as its engine is. */
const fileNames = searchEngines.map(({ name }) => `${name}.json`);

@Injectable()
export class PublishedAddresses implements OnModuleInit {
  private readonly lists = new Map<string, readonly Network[]>();

  constructor(private readonly config: Config) {}

  /** @throws ConfigError naming the file that is no list: passed over, nobody would miss it */
  onModuleInit(): void {
    const folder = this.config.crawlerLists;
    if (folder === undefined) return;
    for (const file of listsIn(folder)) this.lists.set(file, networksIn(folder, file));
  }

  has(engine: string, text: string): boolean {
    const address = addressOf(text);
    const networks = this.lists.get(`${engine}.json`) ?? [];
    return address !== null && networks.some((network) => liesIn(address, network));
  }
}

function listsIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith('.json'));
  } catch (error) {
    throw new ConfigError(`CRAWLER_LISTS names a folder that cannot be read: ${String(error)}`);
  }
}

function networksIn(folder: string, file: string): readonly Network[] {
  const refused = (why: string) => new ConfigError(`CRAWLER_LISTS holds ${file}, but ${why}.`);
  if (!fileNames.includes(file)) throw refused(`the lists are called ${fileNames.join(', ')}`);
  const list = readAddressList(readFileSync(join(folder, file), 'utf8'));
  if (!list.ok) throw refused(list.complaint);
  return list.networks;
}
