/** What a reader sees of the devices she is signed in on. */
import type { Page } from '../../platform/http/page.dto.js';
import { pageOf } from '../../platform/http/paging.js';
import { deviceInWords } from './device-in-words.rules.js';
import type { Session } from './session.repository.js';

export class SessionView {
  id: string;
  /** `token` speaks to the API, `cookie` is a browser on the site. */
  kind: 'token' | 'cookie';
  /** In words, like `Firefox on Windows`; never where it is. */
  device: string;
  /** What the device called itself when it signed in. */
  userAgent: string | null;
  createdAt: string;
  /** To the precision with which it is written down: an access token's life, and for a browser a day. */
  lastUsedAt: string;
  expiresAt: string;
  /** Whether it is the one that asks. */
  current: boolean;
}

export class SessionPage implements Page<SessionView> {
  items: SessionView[];
  nextCursor: string | null;
}

function presentSession(session: Session, currentId: string): SessionView {
  return {
    id: session.id,
    kind: session.kind,
    device: deviceInWords(session.userAgent),
    userAgent: session.userAgent,
    createdAt: session.createdAt.toISOString(),
    lastUsedAt: session.rotatedAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    current: session.id === currentId,
  };
}

/** @param found one more than the page holds, where there is a next page */
export function presentSessionPage(
  found: readonly Session[],
  limit: number,
  currentId: string,
): SessionPage {
  const { items, nextCursor } = pageOf(found, limit, ({ id }) => [id]);
  return { items: items.map((session) => presentSession(session, currentId)), nextCursor };
}
