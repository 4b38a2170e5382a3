/** The development mailbox: each mail a file in DATA_DIR/mailbox, so that it survives a restart. */
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import type { Mail } from './mail.js';

export interface KeptMail extends Mail {
  /** The product's time, ISO-8601. */
  sentAt: string;
}

@Injectable()
export class Mailbox {
  private readonly folder: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.folder = join(config.dataDir, 'mailbox');
  }

  async keep(mail: Mail): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const kept: KeptMail = { ...mail, sentAt: this.clock.now().toISOString() };
    // UUIDv7 names sort by the order of arrival, which a moved clock does not disturb.
    const file = join(this.folder, `${uuid()}.json`);
    await writeFile(`${file}.draft`, JSON.stringify(kept, null, 2), { mode: 0o600 });
    await rename(`${file}.draft`, file);
  }

  /** The newest first. */
  async list(limit: number): Promise<KeptMail[]> {
    let names: string[];
    try {
      names = await readdir(this.folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
    const newest = names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse()
      .slice(0, limit);
    return Promise.all(
      newest.map(
        async (name) => JSON.parse(await readFile(join(this.folder, name), 'utf8')) as KeptMail,
      ),
    );
  }
}
