/** The second step of signing in, for who has an authenticator: a code of it, or a recovery code. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { FormState } from '../page-props.js';
import { FormProblem, ReturnTo, TextField } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { paths, withReturnTo } from '../site-paths.js';

export interface SecondStepPageProps {
  frame: PageFrame;
  /** What the first step was answered with; good for ten minutes. */
  challenge: string;
  returnTo: string | null;
  form: FormState<'code'>;
}

export function SecondStepPage({ frame, challenge, returnTo, form }: SecondStepPageProps) {
  const { words } = useLanguage();
  return (
    <Layout frame={frame} title={words.secondStep.title} unlisted>
      <div class="forms">
        <header class="page-head">
          <h1>{words.secondStep.title}</h1>
          <p class="standfirst">{words.secondStep.text}</p>
        </header>
        <form method="post" action={paths.signInSecondStep}>
          <FormProblem problem={form.problem} />
          <ReturnTo path={returnTo} />
          <input type="hidden" name="challenge" value={challenge} />
          <TextField
            id="code"
            name="code"
            type="text"
            label={words.secondStep.code}
            hint={words.secondStep.hint}
            autocomplete="one-time-code"
            maxlength={40}
            value={form.values.code}
            error={form.errors.code}
          />
          <button class="button" type="submit">
            {words.secondStep.submit}
          </button>
        </form>
        <p class="forms-foot">
          <a href={withReturnTo(paths.signIn, returnTo)}>{words.secondStep.again}</a>
        </p>
      </div>
    </Layout>
  );
}
