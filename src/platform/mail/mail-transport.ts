/** Where mail leaves: the publication's SMTP server, or the development mailbox when none is named. */
import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '../config/config.js';
import type { Mailbox } from './mailbox.js';

export const MAIL_TRANSPORT = Symbol('mail transport');

export function mailTransport(config: Config, mailbox: Mailbox): Transporter {
  if (config.smtpUrl !== undefined) {
    return createTransport({
      url: config.smtpUrl,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    });
  }
  return createTransport({
    name: 'mailbox',
    version: '1',
    send: (mail, done) => {
      mailbox
        .keep({
          to: [mail.data.to].flat().map(addressOf).join(', '),
          subject: String(mail.data.subject),
          text: String(mail.data.text),
          html: String(mail.data.html),
        })
        .then(
          () => done(null, { envelope: mail.message.getEnvelope(), messageId: mail.message.messageId() }),
          (error: Error) => done(error, undefined as never),
        );
    },
  });
}

function addressOf(to: unknown): string {
  return typeof to === 'object' && to !== null && 'address' in to ? String(to.address) : String(to);
}
