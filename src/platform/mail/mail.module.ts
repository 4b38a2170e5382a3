/** Makes the Mailer injectable everywhere. */
import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { MAIL_TRANSPORT, mailTransport } from './mail-transport.js';
import { Mailbox } from './mailbox.js';
import { Mailer } from './mailer.js';
import { SendMailJob } from './send-mail.job.js';

@Global()
@Module({
  providers: [
    Mailer,
    Mailbox,
    SendMailJob,
    { provide: MAIL_TRANSPORT, inject: [Config, Mailbox], useFactory: mailTransport },
  ],
  exports: [Mailer, Mailbox],
})
export class MailModule {}
