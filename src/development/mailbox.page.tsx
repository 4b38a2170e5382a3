/** The development mailbox as a page: codes and links at a glance. */
import { renderToString } from 'preact-render-to-string';
import type { KeptMail } from '../platform/mail/mailbox.js';

export function mailboxPage(mails: readonly KeptMail[]): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Mailbox · Broadsheet</title>
        <link rel="stylesheet" href="/assets/site.css" />
      </head>
      <body>
        <main class="mailbox">
          <h1>Mailbox</h1>
          <p>Mail that would have been sent. It exists in development only.</p>
          {mails.length === 0 && <p>Nothing yet.</p>}
          {mails.map((mail) => (
            <article>
              <h2>{mail.subject}</h2>
              <p>
                To {mail.to}, <time dateTime={mail.sentAt}>{mail.sentAt}</time>
              </p>
              <pre>{linked(mail.text)}</pre>
            </article>
          ))}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(page)}`;
}

function linked(text: string) {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part) => (/^https?:\/\//.test(part) ? <a href={part}>{part}</a> : part));
}
