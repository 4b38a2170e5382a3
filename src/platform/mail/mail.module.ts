/** Makes the Mailer injectable everywhere. */
import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { MailMetrics } from './mail.metrics.js';
import { MailTransport, mailTransport } from './mail-transport.js';
import { Mailbox } from './mailbox.js';
import { Mailer } from './mailer.js';
import { SendMailJob } from './send-mail.job.js';

@Global()
@Module({
  providers: [
    Mailer,
    Mailbox,
    SendMailJob,
    MailMetrics,
    { provide: MailTransport, inject: [Config, Mailbox], useFactory: mailTransport },
  ],
  exports: [Mailer, Mailbox],
})
export class MailModule {}
