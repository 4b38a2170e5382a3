/** Hands a queued mail to wherever mail leaves. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../jobs/job-handler.js';
import { type QueuedMail, SEND_MAIL } from './mailer.js';
import { MailTransport } from './mail-transport.js';

@HandlesJob(SEND_MAIL)
@Injectable()
export class SendMailJob implements JobHandler {
  constructor(private readonly transport: MailTransport) {}

  handle(payload: unknown): Promise<void> {
    return this.transport.deliver(payload as QueuedMail);
  }
}
