/** What the users room is made of where it is about second factors and passkeys. */
import { ChallengeRepository } from '../challenges/challenge.repository.js';
import { MyPasskeysController } from '../passkeys/my-passkeys.controller.js';
import { PasskeyAssertions } from '../passkeys/passkey-assertions.service.js';
import { PasskeyChallenges } from '../passkeys/passkey-challenges.service.js';
import { PasskeyRegistration } from '../passkeys/passkey-registration.service.js';
import { PasskeySignInController } from '../passkeys/passkey-sign-in.controller.js';
import { PasskeyRepository } from '../passkeys/passkey.repository.js';
import { RelyingParty } from '../passkeys/relying-party.js';
import { AuthenticatorCodes } from './authenticator-codes.service.js';
import { AuthenticatorSetUp } from './authenticator-set-up.service.js';
import { AuthenticatorRepository } from './authenticator.repository.js';
import { FactorChanges } from './factor-changes.service.js';
import { FactorNews } from './factor-news.service.js';
import { FactorReset } from './factor-reset.service.js';
import { HeldFactors } from './held-factors.repository.js';
import { LockedSecretRepository } from './locked-secret.repository.js';
import { RecoveryCodeRepository } from './recovery-code.repository.js';
import { RecoveryCodes } from './recovery-codes.service.js';
import { RenewSecretsJob } from './renew-secrets.job.js';
import { SecondFactorAttempts } from './second-factor-attempts.service.js';
import { SecondFactorCheck } from './second-factor-check.service.js';
import { SecondFactorState } from './second-factor-state.service.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondStepController } from './second-step.controller.js';
import { SecondStep } from './second-step.service.js';

export const factorControllers = [
  SecondFactorController,
  SecondStepController,
  MyPasskeysController,
  PasskeySignInController,
];

export const factorServices = [
  AuthenticatorCodes,
  AuthenticatorRepository,
  AuthenticatorSetUp,
  ChallengeRepository,
  FactorChanges,
  FactorNews,
  FactorReset,
  HeldFactors,
  LockedSecretRepository,
  PasskeyAssertions,
  PasskeyChallenges,
  PasskeyRegistration,
  PasskeyRepository,
  RecoveryCodeRepository,
  RecoveryCodes,
  RelyingParty,
  RenewSecretsJob,
  SecondFactorAttempts,
  SecondFactorCheck,
  SecondFactorState,
  SecondStep,
];

/** What the rooms above may ask. */
export const factorServicesForOthers = [
  AuthenticatorSetUp,
  PasskeyAssertions,
  PasskeyRegistration,
  RecoveryCodes,
  SecondFactorState,
  SecondStep,
];
