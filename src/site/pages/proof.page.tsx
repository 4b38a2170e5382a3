/** Before what cannot be taken back: the password or a mailed code, and the authenticator where there is one. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { FormState } from '../page-props.js';
import { FormProblem, ReturnTo, TextField } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { PasskeyForm } from '../parts/passkey-form.js';
import { paths } from '../site-paths.js';

export interface ProofPageProps {
  frame: PageFrame;
  returnTo: string | null;
  /** A code is on its way, and asked for instead of the password. */
  isMailed: boolean;
  /** Her account has an authenticator. */
  isTwofold: boolean;
  hasPasskey: boolean;
  form: FormState<'password' | 'code' | 'second'>;
}

export function ProofPage(props: ProofPageProps) {
  const { frame, returnTo, isMailed, isTwofold, hasPasskey, form } = props;
  const { words } = useLanguage();
  return (
    <Layout frame={frame} title={words.proof.title} unlisted>
      <div class="forms">
        <header class="page-head">
          <h1>{words.proof.title}</h1>
          <p class="standfirst">{isMailed ? words.proof.mailed : words.proof.text}</p>
        </header>
        <form method="post" action={paths.proof}>
          <FormProblem problem={form.problem} />
          <ReturnTo path={returnTo} />
          {isMailed ? (
            <TextField
              id="code"
              name="code"
              type="text"
              label={words.fields.code}
              autocomplete="one-time-code"
              inputmode="numeric"
              maxlength={7}
              value={form.values.code}
              error={form.errors.code}
            />
          ) : (
            <TextField
              id="password"
              name="password"
              type="password"
              label={words.fields.password}
              autocomplete="current-password"
              maxlength={256}
              error={form.errors.password}
            />
          )}
          {isTwofold ? (
            <TextField
              id="second"
              name="second"
              type="text"
              label={words.proof.second}
              hint={words.proof.secondHint}
              autocomplete="off"
              maxlength={40}
              value={form.values.second}
              error={form.errors.second}
            />
          ) : null}
          <button class="button" type="submit">
            {words.proof.submit}
          </button>
        </form>
        {hasPasskey ? (
          <PasskeyForm
            frame={frame}
            deed="get"
            options={paths.passkeyRequest}
            action={paths.proofPasskey}
            submit={words.passkey.prove}
            quiet
          >
            <ReturnTo path={returnTo} />
          </PasskeyForm>
        ) : null}
        <div class="forms-foot">
          <form class="inline" method="post" action={paths.proofMail}>
            <ReturnTo path={returnTo} />
            <button class="link" type="submit">
              {isMailed ? words.proof.mailAgain : words.proof.mailMe}
            </button>
          </form>
        </div>
      </div>
    </Layout>
  );
}
