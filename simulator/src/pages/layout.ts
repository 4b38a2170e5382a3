/** The frame of every page, and the headers it is sent with. */
import type { FastifyReply } from 'fastify';
import { html, type Html } from './html.js';

export interface Page {
  title: string;
  body: Html;
  /** One column. */
  narrow?: boolean;
  status?: number;
  /** Other sites a form of this page may lead to. */
  leadsTo?: readonly (string | null)[];
}

export const STYLESHEET_PATH = '/assets/simulator.css';

export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.title}</title>
        <link rel="stylesheet" href="${STYLESHEET_PATH}" />
      </head>
      <body>
        <p class="notice">Stripe Checkout (simulator): no real money moves here</p>
        <main class="${page.narrow ? 'narrow' : 'wide'}">${page.body}</main>
      </body>
    </html> `;
  return reply
    .code(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': policy(page.leadsTo ?? []),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .send(document.text);
}

/** A browser also holds a form's redirects to `form-action`, so the sites it may end at are named. */
function policy(leadsTo: readonly (string | null)[]): string {
  const sites = leadsTo
    .filter((url): url is string => url !== null && URL.canParse(url))
    .map((url) => new URL(url).origin)
    .filter((origin) => origin !== 'null');
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    ["form-action 'self'", ...new Set(sites)].join(' '),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

export function sendMessage(
  reply: FastifyReply,
  message: { title: string; text: string; link?: { href: string; text: string }; status?: number },
): FastifyReply {
  return sendPage(reply, {
    title: message.title,
    narrow: true,
    status: message.status ?? 200,
    body: html`<section class="panel">
      <h1>${message.title}</h1>
      <p>${message.text}</p>
      ${message.link && html`<p><a href="${message.link.href}">${message.link.text}</a></p>`}
    </section>`,
  });
}
