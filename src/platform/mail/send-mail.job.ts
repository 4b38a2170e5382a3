/** Hands a queued mail to the mail server, or to the development mailbox. */
import { Inject, Injectable } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { Config } from '../config/config.js';
import { HandlesJob, type JobHandler } from '../jobs/job-handler.js';
import { type QueuedMail, SEND_MAIL } from './mailer.js';
import { MAIL_TRANSPORT } from './mail-transport.js';

@HandlesJob(SEND_MAIL)
@Injectable()
export class SendMailJob implements JobHandler {
  constructor(
    private readonly config: Config,
    @Inject(MAIL_TRANSPORT) private readonly transport: Transporter,
  ) {}

  async handle(payload: unknown): Promise<void> {
    const { id, to, subject, text, html } = payload as QueuedMail;
    await this.transport.sendMail({
      messageId: `<${id}@${new URL(this.config.publicUrl).hostname}>`,
      from: this.config.mailFrom,
      to: { name: '', address: to },
      subject,
      text,
      html,
    });
  }
}
