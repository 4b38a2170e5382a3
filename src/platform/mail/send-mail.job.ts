/** Hands a queued mail to wherever mail leaves. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, OwnCrew } from '../jobs/job-handler.js';
import { type QueuedMail, SEND_MAIL } from './mailer.js';
import { MailMetrics } from './mail.metrics.js';
import { MailTransport } from './mail-transport.js';

/** Two a process: a mail server takes some dozens of mails a second from each. */
const atOnce = 2;

@HandlesJob(SEND_MAIL)
@OwnCrew(atOnce)
@Injectable()
export class SendMailJob implements JobHandler {
  constructor(
    private readonly transport: MailTransport,
    private readonly metrics: MailMetrics,
  ) {}

  async handle(payload: unknown): Promise<void> {
    try {
      await this.transport.deliver(payload as QueuedMail);
      this.metrics.count('sent');
    } catch (error) {
      this.metrics.count('failed');
      throw error;
    }
  }
}
