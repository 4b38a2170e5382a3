/** Puts the page on signing in and security together, of what the users room knows, and sends it. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PasskeyRegistration } from '../../users/passkeys/passkey-registration.service.js';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import type { Reader } from '../../users/reader.js';
import { SecondFactorState } from '../../users/second-factor/second-factor-state.service.js';
import { deviceNames } from '../../users/sessions/device-in-words.rules.js';
import { SessionService } from '../../users/sessions/session.service.js';
import { sendPrivatePage } from '../page.http.js';
import type { PageFrame } from '../page-frame.js';
import { SecurityPage, type SecurityPageProps } from '../pages/security/security.page.js';

/** More than anybody looks through; whoever has more ends all others at once. */
const mostSessions = 50;

/** What the page says besides how things are. */
type Said = Pick<SecurityPageProps, 'returnTo' | 'done' | 'problem'>;

@Injectable()
export class SecurityDesk {
  constructor(
    private readonly readers: ReaderDirectory,
    private readonly factors: SecondFactorState,
    private readonly passkeys: PasskeyRegistration,
    private readonly sessions: SessionService,
  ) {}

  async page(
    reply: FastifyReply,
    { reader, frame }: { reader: Reader; frame: PageFrame },
    said: Said,
    status = 200,
  ): Promise<FastifyReply> {
    const [hasPassword, factors, passkeys, sessions] = await Promise.all([
      this.readers.hasPassword(reader.email),
      this.factors.of(reader),
      this.passkeys.list(reader),
      this.sessions.list(reader.id, null, mostSessions + 1),
    ]);
    const hasAny = factors.authenticator || passkeys.length > 0;
    const isLacking = factors.required && factors.shownAt === null;
    const page: SecurityPageProps = {
      frame,
      email: reader.email,
      hasPassword,
      hasAuthenticator: factors.authenticator,
      recoveryCodesLeft: factors.recoveryCodesLeft,
      lacking: isLacking ? (hasAny ? 'unshown' : 'none') : null,
      passkeys,
      sessions: sessions.slice(0, mostSessions).map((session) => ({
        id: session.id,
        device: deviceNames(session.userAgent),
        isProgram: session.kind === 'token',
        createdAt: session.createdAt,
        lastUsedAt: session.rotatedAt,
        isCurrent: session.id === reader.sessionId,
      })),
      hasMoreSessions: sessions.length > mostSessions,
      ...said,
    };
    return sendPrivatePage(reply, SecurityPage, page, status);
  }
}
