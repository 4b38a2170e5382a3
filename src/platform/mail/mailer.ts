/** Mail is written down in the transaction that causes it and sent by a job soon after. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Config } from '../config/config.js';
import { Jobs } from '../jobs/jobs.js';
import { type Letter, setLetter } from './letter.js';
import type { Mail } from './mail.js';

/** What the job carries: the id becomes the Message-ID, so that a second attempt is the same message. */
export type QueuedMail = Mail & { id: string };

export const SEND_MAIL = 'send-mail';

@Injectable()
export class Mailer {
  constructor(
    private readonly jobs: Jobs,
    private readonly config: Config,
  ) {}

  /** A letter of the publication, sent as below. */
  write(letter: Letter): Promise<void> {
    return this.send(setLetter(letter, this.config.publication));
  }

  /** Sends once the surrounding transaction commits; never, if it rolls back. */
  async send(mail: Mail): Promise<void> {
    const queued: QueuedMail = { ...mail, id: uuid() };
    await this.jobs.enqueue(SEND_MAIL, queued);
  }
}
