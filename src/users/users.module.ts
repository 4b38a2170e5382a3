/** Accounts, proofs of an address, sessions and roles; closes every route that does not say it is open. */
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { Config } from '../platform/config/config.js';
import { AccessTokenStrategy } from './sessions/access-token.strategy.js';
import { Bearers } from './sessions/bearers.service.js';
import { AccessTokens, accessTokenAudience } from './sessions/access-tokens.js';
import { AccountAccess } from './account-access.js';
import { AccountAdminService } from './staff/account-admin.service.js';
import { Actors } from './staff/actors.repository.js';
import { AccountDisclosure } from './disclosure/account-disclosure.repository.js';
import { AccountErasure } from './farewell/account-erasure.service.js';
import { AccountErasureRepository } from './farewell/account-erasure.repository.js';
import { BroughtLines } from './intake/brought-lines.repository.js';
import { AccountMails } from './account-mails.js';
import { AdminRepository } from './staff/admin.repository.js';
import { CookieSessionService } from './sessions/cookie-session.service.js';
import { EmailChangeController } from './email-change/email-change.controller.js';
import { EmailChangeMails } from './email-change/email-change-mails.js';
import { EmailChangeNews } from './email-change/email-change-news.service.js';
import { EmailChangeRequest } from './email-change/email-change-request.service.js';
import { EmailChanges } from './email-change/email-changes.facts.js';
import { EmailChangeService } from './email-change/email-change.service.js';
import { EmailProofRepository } from './proofs/email-proof.repository.js';
import { CodeAttempts } from './proofs/code-attempts.service.js';
import { EmailProofService } from './proofs/email-proof.service.js';
import { ExpiredProofRepository } from './proofs/expired-proof.repository.js';
import {
  factorControllers,
  factorServices,
  factorServicesForOthers,
} from './second-factor/factor-parts.js';
import { FarewellMail } from './farewell/farewell-mail.js';
import { ForgetPlacesJob } from './known-places/forget-places.job.js';
import { ExpiredChallengeRepository } from './challenges/expired-challenge.repository.js';
import { ForgetChallengesJob } from './challenges/forget-challenges.job.js';
import { EndedSessionRepository } from './sessions/ended-session.repository.js';
import { ForgetSessionsJob } from './sessions/forget-sessions.job.js';
import { ForgetProofsJob } from './proofs/forget-proofs.job.js';
import { FreshProofController } from './fresh-proof/fresh-proof.controller.js';
import { FreshProofGuard } from './fresh-proof/fresh-proof.guard.js';
import { FreshProofMail } from './fresh-proof/fresh-proof-mail.js';
import { FreshProofService } from './fresh-proof/fresh-proof.service.js';
import { ImpersonationRepository } from './impersonation/impersonation.repository.js';
import { Impersonations } from './impersonation/impersonation.service.js';
import { Keys } from './keys.js';
import { KnownPlaceRepository } from './known-places/known-place.repository.js';
import { KnownPlaces } from './known-places/known-places.service.js';
import { MagicLinkService } from './sign-in/magic-link.service.js';
import { MailedProof } from './fresh-proof/mailed-proof.service.js';
import { MySessionsController } from './sessions/my-sessions.controller.js';
import { NewPasswords } from './passwords/new-passwords.service.js';
import { PasskeyProof } from './fresh-proof/passkey-proof.service.js';
import { PasswordChangeController } from './passwords/password-change.controller.js';
import { PasswordChangeService } from './passwords/password-change.service.js';
import { PasswordAttempts } from './passwords/password-attempts.service.js';
import { PasswordCheck } from './passwords/password-check.service.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { PasswordReplacement } from './passwords/password-replacement.service.js';
import { PasswordResetRequest } from './passwords/password-reset-request.service.js';
import { PasswordResetController } from './passwords/password-reset.controller.js';
import { PasswordResetService } from './passwords/password-reset.service.js';
import { ReaderDirectory } from './reader-directory.service.js';
import { RefreshTokens } from './sessions/refresh-tokens.js';
import { RegistrationController } from './sign-in/registration.controller.js';
import { RegistrationService } from './sign-in/registration.service.js';
import { Roles } from './staff/roles.service.js';
import { RolesMail } from './staff/roles-mail.js';
import { SameOriginGuard } from './sessions/same-origin.guard.js';
import { SecondFactorProof } from './fresh-proof/second-factor-proof.service.js';
import { SessionCookies } from './sessions/session-cookies.js';
import { SessionGuard } from './sessions/session.guard.js';
import { SessionLife } from './sessions/session-life.service.js';
import { SessionProofRepository } from './sessions/session-proof.repository.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SessionService } from './sessions/session.service.js';
import { SessionTokenController } from './sessions/session-token.controller.js';
import { SessionTokenTrade } from './sessions/session-token-trade.service.js';
import { SessionTokens } from './sessions/session-tokens.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignIns } from './sign-in/sign-in.facts.js';
import { SignInMetrics } from './sign-in/sign-in.metrics.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { SprayWatch } from './passwords/spray-watch.service.js';
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
        secret: keys.accessToken[0],
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
    FreshProofController,
    EmailChangeController,
    PasswordChangeController,
    PasswordResetController,
    MySessionsController,
    SessionTokenController,
    ...factorControllers,
  ],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: FreshProofGuard },
    AccessTokenStrategy,
    Bearers,
    AccessTokens,
    AccountAccess,
    AccountAdminService,
    AccountDisclosure,
    Actors,
    AccountErasure,
    AccountErasureRepository,
    BroughtLines,
    AccountMails,
    AdminRepository,
    CookieSessionService,
    EmailChangeMails,
    EmailChangeNews,
    EmailChangeRequest,
    EmailChanges,
    EmailChangeService,
    EmailProofRepository,
    CodeAttempts,
    EmailProofService,
    ExpiredProofRepository,
    FarewellMail,
    EndedSessionRepository,
    ExpiredChallengeRepository,
    ForgetChallengesJob,
    ForgetPlacesJob,
    ForgetProofsJob,
    ForgetSessionsJob,
    KnownPlaceRepository,
    KnownPlaces,
    FreshProofMail,
    FreshProofService,
    ImpersonationRepository,
    Impersonations,
    MagicLinkService,
    MailedProof,
    NewPasswords,
    PasskeyProof,
    PasswordChangeService,
    PasswordAttempts,
    PasswordCheck,
    PasswordHasher,
    PasswordReplacement,
    PasswordResetRequest,
    PasswordResetService,
    ReaderDirectory,
    RefreshTokens,
    RegistrationService,
    Roles,
    RolesMail,
    SameOriginGuard,
    SecondFactorProof,
    SessionCookies,
    SessionLife,
    SessionProofRepository,
    SessionRepository,
    SessionService,
    SessionTokens,
    SessionTokenTrade,
    SignIns,
    SignInMetrics,
    SignInService,
    SprayWatch,
    StaffPost,
    UserRepository,
    ...factorServices,
  ],
  exports: [
    AccountAdminService,
    AccountDisclosure,
    AccountErasure,
    Actors,
    Bearers,
    CookieSessionService,
    EmailChangeRequest,
    EmailChanges,
    EmailChangeService,
    FreshProofService,
    Impersonations,
    KeysModule,
    MagicLinkService,
    MailedProof,
    PasskeyProof,
    PasswordChangeService,
    PasswordResetRequest,
    PasswordResetService,
    ReaderDirectory,
    RegistrationService,
    Roles,
    SameOriginGuard,
    SessionService,
    SignIns,
    SignInService,
    StaffPost,
    ...factorServicesForOthers,
  ],
})
export class UsersModule {}
