/** How she comes in and where she is signed in: each thing with what can be done about it. */

import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../language.js';
import type { PageFrame } from '../../page-frame.js';
import { FormProblem } from '../../parts/form.js';
import { Layout } from '../../parts/layout.js';
import { paths, withReturnTo } from '../../site-paths.js';
import { PasskeyList, type PasskeyProps } from './passkey-list.js';
import { SessionList, type SessionProps } from './session-list.js';

/** What was done just now; the page says so. */
export const deeds = [
  'password',
  'authenticator-removed',
  'passkey-added',
  'passkey-renamed',
  'passkey-removed',
  'session-ended',
  'sessions-ended',
] as const;

export type Deed = (typeof deeds)[number];

export interface SecurityPageProps {
  frame: PageFrame;
  email: string;
  hasPassword: boolean;
  hasAuthenticator: boolean;
  recoveryCodesLeft: number;
  /** What keeps an admin out of the console: she has no second factor, or has not shown it in this session. */
  lacking: 'none' | 'unshown' | null;
  passkeys: PasskeyProps[];
  sessions: SessionProps[];
  /** There are more sessions than are shown. */
  hasMoreSessions: boolean;
  /** Where she was going before she was led here. */
  returnTo: string | null;
  done: Deed | null;
  problem: string | null;
}

export function SecurityPage(props: SecurityPageProps) {
  const { words } = useLanguage();
  const { security } = words;
  const { returnTo, lacking } = props;
  return (
    <Layout frame={props.frame} title={security.title} unlisted>
      <div class="account security">
        <header class="page-head">
          <h1>{security.title}</h1>
          <p>{security.text}</p>
        </header>
        <FormProblem problem={props.problem} />
        {props.done === null ? null : (
          <p class="done" role="status">
            {security.done[props.done]}
          </p>
        )}
        <Lacking lacking={lacking} returnTo={returnTo} />
        {returnTo !== null && lacking === null ? (
          <p class="actions">
            <a class="button" href={returnTo}>
              {security.onwards}
            </a>
          </p>
        ) : null}
        <Part id="password" heading={security.password.heading}>
          <p>{props.hasPassword ? security.password.has : security.password.hasNone}</p>
          <p class="actions">
            <a class="button button-quiet" href={paths.securityPassword}>
              {props.hasPassword ? security.password.change : security.password.first}
            </a>
          </p>
        </Part>
        <Authenticator {...props} />
        <Part id="passkeys" heading={security.passkeys.heading}>
          <p>{security.passkeys.text}</p>
          <PasskeyList passkeys={props.passkeys} />
          <p class="actions">
            <a class="button button-quiet" href={withReturnTo(paths.passkeyNew, returnTo)}>
              {security.passkeys.add}
            </a>
          </p>
        </Part>
        <Part id="sessions" heading={security.sessions.heading}>
          <SessionList sessions={props.sessions} hasMore={props.hasMoreSessions} />
        </Part>
        <Part id="email" heading={security.email}>
          <p class="email">{props.email}</p>
          <p class="actions">
            <a class="button button-quiet" href={paths.accountEmail}>
              {words.emailChange.link}
            </a>
          </p>
        </Part>
        <p class="way-back">
          <a href={paths.account}>{security.back}</a>
        </p>
      </div>
    </Layout>
  );
}

function Lacking({ lacking, returnTo }: Pick<SecurityPageProps, 'lacking' | 'returnTo'>) {
  const { staff } = useLanguage().words.security;
  if (lacking === null) return null;
  return (
    <div class="done">
      <p>{staff[lacking]}</p>
      {lacking === 'unshown' ? (
        <p class="actions">
          <a class="button" href={withReturnTo(paths.proof, returnTo ?? paths.security)}>
            {staff.show}
          </a>
        </p>
      ) : null}
    </div>
  );
}

function Authenticator({ hasAuthenticator, recoveryCodesLeft, returnTo }: SecurityPageProps) {
  const { authenticator, recovery } = useLanguage().words.security;
  const way = withReturnTo(paths.authenticator, returnTo);
  return (
    <Part id="authenticator" heading={authenticator.heading}>
      {hasAuthenticator ? (
        <>
          <p>{authenticator.on}</p>
          <p>{recovery.left(recoveryCodesLeft)}</p>
          <p class="actions">
            <a class="button button-quiet" href={way}>
              {authenticator.manage}
            </a>
            <a class="button button-quiet" href={paths.recoveryCodes}>
              {recovery.renew}
            </a>
          </p>
        </>
      ) : (
        <>
          <p>{authenticator.off}</p>
          <p class="actions">
            <a class="button button-quiet" href={way}>
              {authenticator.setUp}
            </a>
          </p>
        </>
      )}
    </Part>
  );
}

function Part(props: { id: string; heading: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.heading}</h2>
      {props.children}
    </section>
  );
}
