/** After a mail went out: type the code from it, or follow its link. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { FormState } from '../page-props.js';
import { FormProblem, ReturnTo, TextField } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { StepsToTheOffer } from '../parts/steps.js';
import { paths, withReturnTo } from '../site-paths.js';

export interface CheckMailPageProps {
  frame: PageFrame;
  /** What the code is for: proving a new address, or signing in. */
  purpose: 'register' | 'sign-in';
  email: string;
  returnTo: string | null;
  form: FormState<'code'>;
}

export function CheckMailPage({ frame, purpose, email, returnTo, form }: CheckMailPageProps) {
  const { words } = useLanguage();
  const isSignIn = purpose === 'sign-in';
  const action = isSignIn ? paths.signInCode : paths.registerVerify;
  return (
    <Layout frame={frame} title={words.mail.title} unlisted>
      <div class="forms">
        <StepsToTheOffer returnTo={returnTo} />
        <header class="page-head">
          <h1>{words.mail.title}</h1>
          <p class="standfirst">{words.mail.sent(email)}</p>
        </header>
        <form method="post" action={action}>
          <FormProblem problem={form.problem} />
          <ReturnTo path={returnTo} />
          <input type="hidden" name="email" value={email} />
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
          <button class="button" type="submit">
            {words.mail.submit}
          </button>
        </form>
        <div class="forms-foot">
          <p>{words.mail.tenMinutes}</p>
          {isSignIn ? (
            <form class="inline" method="post" action={paths.signInLink}>
              <ReturnTo path={returnTo} />
              <input type="hidden" name="email" value={email} />
              <button class="link" type="submit">
                {words.mail.again}
              </button>
            </form>
          ) : null}
          <p>
            <a href={withReturnTo(isSignIn ? paths.signIn : paths.register, returnTo)}>
              {words.mail.otherAddress}
            </a>
          </p>
        </div>
      </div>
    </Layout>
  );
}
