/** The ways in on one page: a password, a code by mail, and where the browser knows them a passkey. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { FormState } from '../page-props.js';
import { FormProblem, ReturnTo, TextField } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { PasskeyForm } from '../parts/passkey-form.js';
import { paths, withReturnTo } from '../site-paths.js';

export interface SignInPageProps {
  frame: PageFrame;
  returnTo: string | null;
  form: FormState<'email' | 'password'>;
}

export function SignInPage({ frame, returnTo, form }: SignInPageProps) {
  const { passkey, signIn, fields } = useLanguage().words;
  return (
    <Layout frame={frame} title={signIn.title} unlisted>
      <div class="forms">
        <header class="page-head">
          <h1>{signIn.title}</h1>
          <p>
            {signIn.newHere} <a href={withReturnTo(paths.register, returnTo)}>{signIn.register}</a>
          </p>
        </header>
        <form method="post" action={paths.signIn}>
          <FormProblem problem={form.problem} />
          <ReturnTo path={returnTo} />
          <TextField
            id="email"
            name="email"
            type="email"
            label={fields.email}
            autocomplete="username webauthn"
            maxlength={254}
            value={form.values.email}
            error={form.errors.email}
          />
          <TextField
            id="password"
            name="password"
            type="password"
            label={fields.password}
            autocomplete="current-password"
            maxlength={256}
            error={form.errors.password}
          />
          <div class="actions">
            <button class="button" type="submit">
              {signIn.submit}
            </button>
            <a class="small-print" href={paths.resetPassword}>
              {signIn.forgotten}
            </a>
          </div>
          <h2>{signIn.without}</h2>
          <p class="hint">{signIn.byMailText}</p>
          <div class="actions">
            <button
              class="button button-quiet"
              type="submit"
              formaction={paths.signInLink}
              formnovalidate
            >
              {signIn.mailMe}
            </button>
          </div>
        </form>
        <PasskeyForm
          frame={frame}
          deed="get"
          options={paths.passkeyRequest}
          action={paths.signInPasskey}
          submit={passkey.signIn}
          quiet
        >
          <ReturnTo path={returnTo} />
        </PasskeyForm>
      </div>
    </Layout>
  );
}
