/** Accounts, proofs of an address, sessions and roles; closes every route that does not say it is open. */
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { Config } from '../platform/config/config.js';
import { AccessTokenStrategy } from './sessions/access-token.strategy.js';
import { AccessTokens, accessTokenAudience } from './sessions/access-tokens.js';
import { AccountAccess } from './account-access.js';
import { AccountAdminService } from './staff/account-admin.service.js';
import { AccountErasure } from './farewell/account-erasure.service.js';
import { AccountErasureRepository } from './farewell/account-erasure.repository.js';
import { AccountMails } from './account-mails.js';
import { AdminRepository } from './staff/admin.repository.js';
import { CookieSessionService } from './sessions/cookie-session.service.js';
import { EmailProofRepository } from './proofs/email-proof.repository.js';
import { EmailProofService } from './proofs/email-proof.service.js';
import { ExpiredProofRepository } from './proofs/expired-proof.repository.js';
import { FarewellMail } from './farewell/farewell-mail.js';
import { ForgetProofsJob } from './proofs/forget-proofs.job.js';
import { Keys } from './keys.js';
import { MagicLinkService } from './sign-in/magic-link.service.js';
import { MySessionsController } from './sessions/my-sessions.controller.js';
import { NewPasswords } from './passwords/new-passwords.service.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { PasswordResetController } from './passwords/password-reset.controller.js';
import { PasswordResetService } from './passwords/password-reset.service.js';
import { ReaderDirectory } from './reader-directory.service.js';
import { RefreshTokens } from './sessions/refresh-tokens.js';
import { RegistrationController } from './sign-in/registration.controller.js';
import { RegistrationService } from './sign-in/registration.service.js';
import { SameOriginGuard } from './sessions/same-origin.guard.js';
import { SessionCookies } from './sessions/session-cookies.js';
import { SessionGuard } from './sessions/session.guard.js';
import { SessionLife } from './sessions/session-life.service.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SessionService } from './sessions/session.service.js';
import { SessionTokens } from './sessions/session-tokens.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignIns } from './sign-in/sign-in.facts.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { StaffPost } from './staff/staff-post.service.js';
import { UserRepository } from './user.repository.js';

/** Provides Keys from a module of its own, so that the JWT module gets the same KeyObject. */
@Module({ providers: [Keys], exports: [Keys] })
class KeysModule {}

/**
 * Must stand before the platform in `AppModule`: Nest asks global guards in the order of their modules,
 * and a stranger should hear 401 before she hears what is wrong with her request.
 */
@Module({
  imports: [
    KeysModule,
    JwtModule.registerAsync({
      imports: [KeysModule],
      inject: [Config, Keys],
      useFactory: (config: Config, keys: Keys) => ({
        secret: keys.accessToken,
        signOptions: {
          algorithm: 'HS256',
          issuer: config.publicUrl,
          audience: accessTokenAudience,
        },
      }),
    }),
  ],
  controllers: [
    RegistrationController,
    SignInController,
    PasswordResetController,
    MySessionsController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    AccessTokenStrategy,
    AccessTokens,
    AccountAccess,
    AccountAdminService,
    AccountErasure,
    AccountErasureRepository,
    AccountMails,
    AdminRepository,
    CookieSessionService,
    EmailProofRepository,
    EmailProofService,
    ExpiredProofRepository,
    FarewellMail,
    ForgetProofsJob,
    MagicLinkService,
    NewPasswords,
    PasswordHasher,
    PasswordResetService,
    ReaderDirectory,
    RefreshTokens,
    RegistrationService,
    SameOriginGuard,
    SessionCookies,
    SessionLife,
    SessionRepository,
    SessionService,
    SessionTokens,
    SignIns,
    SignInService,
    StaffPost,
    UserRepository,
  ],
  exports: [
    AccountAdminService,
    AccountErasure,
    CookieSessionService,
    KeysModule,
    MagicLinkService,
    PasswordResetService,
    ReaderDirectory,
    RegistrationService,
    SameOriginGuard,
    SessionService,
    SignIns,
    SignInService,
    StaffPost,
  ],
})
export class UsersModule {}
