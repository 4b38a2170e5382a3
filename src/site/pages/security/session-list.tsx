/** Where she is signed in, in words: which device, since when, and how to end it there. Never where that device is. */

import { useLanguage } from '../../language.js';
import { paths } from '../../site-paths.js';

export interface SessionProps {
  id: string;
  device: { program: string | null; system: string | null };
  /** Whether it speaks to the API instead of opening pages. */
  isProgram: boolean;
  createdAt: Date;
  lastUsedAt: Date;
  isCurrent: boolean;
}

interface SessionListProps {
  sessions: readonly SessionProps[];
  hasMore: boolean;
}

export function SessionList({ sessions, hasMore }: SessionListProps) {
  const { words } = useLanguage();
  const isAlone = sessions.every(({ isCurrent }) => isCurrent);
  return (
    <>
      <ul class="holdings">
        {sessions.map((session) => (
          <Session key={session.id} session={session} />
        ))}
      </ul>
      {hasMore ? <p>{words.security.sessions.more}</p> : null}
      {isAlone ? (
        <p>{words.security.sessions.alone}</p>
      ) : (
        <form method="post" action={paths.sessionsEndOthers}>
          <button class="button button-quiet" type="submit">
            {words.security.sessions.endOthers}
          </button>
        </form>
      )}
    </>
  );
}

function Session({ session }: { session: SessionProps }) {
  const { words, format } = useLanguage();
  const { sessions } = words.security;
  const device = sessions.device(session.device);
  const [since, used] = [format.date(session.createdAt), format.date(session.lastUsedAt)];
  return (
    <li>
      <p class="holding">
        {device}
        {session.isProgram ? <span class="optional"> ({sessions.app})</span> : null}
        {session.isCurrent ? <strong class="mark">{sessions.current}</strong> : null}
      </p>
      <p class="hint">
        {sessions.since(since)}
        {used === since ? null : `, ${sessions.used(used)}`}
      </p>
      {session.isCurrent ? null : (
        <form method="post" action={paths.sessionEnd(session.id)}>
          <button class="link" type="submit" aria-label={sessions.endOf(device)}>
            {sessions.end}
          </button>
        </form>
      )}
    </li>
  );
}
