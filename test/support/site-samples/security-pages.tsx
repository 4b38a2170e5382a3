/** The sample pages on signing in and security: the overview in its states, and each task. */
import type { VNode } from 'preact';
import { untouchedForm } from '../../../src/site/page-props.js';
import { AuthenticatorPage } from '../../../src/site/pages/security/authenticator.page.js';
import { PasskeyPage } from '../../../src/site/pages/security/passkey.page.js';
import { PasswordPage } from '../../../src/site/pages/security/password.page.js';
import { RecoveryCodesPage } from '../../../src/site/pages/security/recovery-codes.page.js';
import {
  SecurityPage,
  type SecurityPageProps,
} from '../../../src/site/pages/security/security.page.js';
import { inDays, now, registered as frame } from './frames.js';

const email = 'mira.holm@town.test';

const bare: SecurityPageProps = {
  frame,
  email,
  hasPassword: false,
  hasAuthenticator: false,
  recoveryCodesLeft: 0,
  lacking: null,
  passkeys: [],
  sessions: [
    {
      id: 'session-1',
      device: { program: 'Firefox', system: 'Windows' },
      isProgram: false,
      createdAt: now,
      lastUsedAt: now,
      isCurrent: true,
    },
  ],
  hasMoreSessions: false,
  returnTo: null,
  done: null,
  problem: null,
};

const rich: SecurityPageProps = {
  ...bare,
  hasPassword: true,
  hasAuthenticator: true,
  recoveryCodesLeft: 9,
  passkeys: [
    { id: 'key-1', name: 'My phone', createdAt: inDays(-40), lastUsedAt: inDays(-1) },
    { id: 'key-2', name: 'Key ring', createdAt: inDays(-3), lastUsedAt: null },
  ],
  sessions: [
    ...bare.sessions,
    {
      id: 'session-2',
      device: { program: 'Safari', system: 'iPhone' },
      isProgram: false,
      createdAt: inDays(-12),
      lastUsedAt: inDays(-2),
      isCurrent: false,
    },
    {
      id: 'session-3',
      device: { program: null, system: null },
      isProgram: true,
      createdAt: inDays(-90),
      lastUsedAt: inDays(-60),
      isCurrent: false,
    },
  ],
};

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const uri = `otpauth://totp/The%20Broadsheet:${encodeURIComponent(email)}?secret=${secret}&issuer=The%20Broadsheet`;
const codes = Array.from({ length: 10 }, (_, index) => `7XKQ-2M4P-9RTC-HW3B-0D8N-5VY${index}`);

export const securityPages: Record<string, VNode> = {
  'security-bare': <SecurityPage {...bare} />,
  'security-rich': <SecurityPage {...rich} hasMoreSessions done="password" />,
  'security-staff': <SecurityPage {...bare} lacking="none" returnTo="/admin" />,
  'security-staff-unshown': <SecurityPage {...rich} lacking="unshown" returnTo="/admin" />,
  'security-staff-done': (
    <SecurityPage {...rich} returnTo="/admin" problem="This is your last second factor." />
  ),
  'security-password': (
    <PasswordPage
      frame={frame}
      email={email}
      hasPassword
      wantsCurrent
      form={{
        values: {},
        errors: { current: 'This is not your present password.', password: 'Too short.' },
        problem: null,
      }}
    />
  ),
  'security-first-password': (
    <PasswordPage
      frame={frame}
      email={email}
      hasPassword={false}
      wantsCurrent={false}
      form={untouchedForm}
    />
  ),
  'security-authenticator': (
    <AuthenticatorPage
      frame={frame}
      returnTo="/admin"
      step={{ name: 'begin', hasOne: false, problem: null }}
    />
  ),
  'security-authenticator-replace': (
    <AuthenticatorPage
      frame={frame}
      returnTo={null}
      step={{ name: 'begin', hasOne: true, problem: 'This is your last second factor.' }}
    />
  ),
  'security-scan': (
    <AuthenticatorPage
      frame={frame}
      returnTo="/admin"
      step={{
        name: 'scan',
        secret,
        uri,
        form: { values: {}, errors: { code: 'Six digits.' }, problem: 'This code is not right.' },
      }}
    />
  ),
  'security-recovery-ask': (
    <RecoveryCodesPage frame={frame} step={{ name: 'ask', problem: null }} />
  ),
  'security-recovery-codes': (
    <RecoveryCodesPage frame={frame} step={{ name: 'shown', codes, returnTo: '/admin' }} />
  ),
  'security-passkey': (
    <PasskeyPage
      frame={frame}
      returnTo="/admin"
      form={{ values: { name: 'Chrome on Linux' }, errors: {}, problem: null }}
    />
  ),
};
