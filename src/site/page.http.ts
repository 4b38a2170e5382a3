/** How a page travels over HTTP: what is kept by whom, and where a form leads. */
import type { FastifyReply } from 'fastify';
import type { FunctionComponent } from 'preact';
import { mayBeCompressed } from '../platform/http/compression.js';
import { allowCaching } from '../paywall/reading/reading.http.js';
import type { SessionCookie } from '../users/sessions/session-cookies.js';
import type { PageFrame } from './page-frame.js';
import { renderPageOf } from './render-page.js';

/**
 * A page that holds no secret, and nothing that its reader typed into a form.
 * @param isShared a page that is the same for every stranger may be kept for them; others are hers alone
 * @param seconds for which it stays the same
 */
export function sendPage<Props extends { frame: PageFrame }>(
  reply: FastifyReply,
  isShared: boolean,
  page: FunctionComponent<Props>,
  props: Props,
  seconds?: number,
): FastifyReply {
  return sendRendered(reply, isShared, renderPageOf(page, props), seconds);
}

/** The same of a page that is rendered already. */
export function sendRendered(
  reply: FastifyReply,
  isShared: boolean,
  html: string,
  seconds?: number,
): FastifyReply {
  allowCaching(reply, isShared, 'Cookie', seconds);
  mayBeCompressed(reply);
  return asHtml(reply).send(html);
}

/** A page with something of its reader in it, like what she typed: kept by nobody, and never compressed. */
export function sendPrivatePage<Props extends { frame: PageFrame }>(
  reply: FastifyReply,
  page: FunctionComponent<Props>,
  props: Props,
  status = 200,
): FastifyReply {
  void reply.header('cache-control', 'private, no-store');
  return asHtml(reply.status(status)).send(renderPageOf(page, props));
}

/** After a form: the browser opens `location` anew, so that going back repeats nothing. */
export function seeOther(reply: FastifyReply, location: string): FastifyReply {
  void reply.header('cache-control', 'private, no-store');
  return reply.redirect(location, 303);
}

export function setSessionCookie(
  reply: FastifyReply,
  { cookieName, value, options }: SessionCookie,
): void {
  void reply.setCookie(cookieName, value, options);
}

function asHtml(reply: FastifyReply): FastifyReply {
  return reply.type('text/html; charset=utf-8');
}
