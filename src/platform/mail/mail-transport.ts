/** Where mail leaves: the publication's SMTP server, or the development mailbox when none is named. */
import { createTransport } from 'nodemailer';
import type { Config } from '../config/config.js';
import type { Mailbox } from './mailbox.js';
import type { QueuedMail } from './mailer.js';

export abstract class MailTransport {
  /** @throws whatever the server says when it does not take the mail */
  abstract deliver(mail: QueuedMail): Promise<void>;
}

export function mailTransport(config: Config, mailbox: Mailbox): MailTransport {
  return config.smtpUrl === undefined
    ? new MailboxTransport(mailbox)
    : new SmtpTransport(config, config.smtpUrl);
}

class MailboxTransport extends MailTransport {
  constructor(private readonly mailbox: Mailbox) {
    super();
  }

  deliver({ to, subject, text, html }: QueuedMail): Promise<void> {
    return this.mailbox.keep({ to, subject, text, html });
  }
}

/** Milliseconds. A mail is tried again for days; each try holds one of the few that send. */
const patience = {
  dnsTimeout: 5_000,
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  /** Without a byte, after that. */
  socketTimeout: 10_000,
};

class SmtpTransport extends MailTransport {
  private readonly server: ReturnType<typeof createTransport>;

  constructor(
    private readonly config: Config,
    url: string,
  ) {
    super();
    this.server = createTransport({ url, ...patience });
  }

  async deliver({ id, to, subject, text, html }: QueuedMail): Promise<void> {
    await this.server.sendMail({
      messageId: `<${id}@${new URL(this.config.publicUrl).hostname}>`,
      from: this.config.mailFrom,
      to: { name: '', address: to },
      subject,
      text,
      html,
    });
  }
}
