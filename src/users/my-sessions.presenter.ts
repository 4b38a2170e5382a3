/** What a reader sees of the devices she is signed in on. */
import type { Page } from '../platform/http/page.dto.js';
import type { Session } from './session.repository.js';

export class SessionView {
  id: string;
  /** `token` speaks to the API, `cookie` is a browser on the site. */
  kind: 'token' | 'cookie';
  /** What the device called itself when it signed in. */
  userAgent: string | null;
  createdAt: string;
  /** When its tokens were last renewed. */
  refreshedAt: string;
  expiresAt: string;
  /** Whether it is the one that asks. */
  current: boolean;
}

export class SessionPage implements Page<SessionView> {
  items: SessionView[];
  nextCursor: string | null;
}

export function presentSession(session: Session, currentId: string): SessionView {
  return {
    id: session.id,
    kind: session.kind,
    userAgent: session.userAgent,
    createdAt: session.createdAt.toISOString(),
    refreshedAt: session.rotatedAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    current: session.id === currentId,
  };
}
