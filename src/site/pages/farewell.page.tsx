/** Before an account is deleted: what happens then, and a box to type in so that nobody does it by mistake. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { FormState } from '../page-props.js';
import { FormProblem, TextField } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { paths } from '../site-paths.js';

export interface FarewellPageProps {
  frame: PageFrame;
  /** Whether something of hers runs, and is charged. */
  isMember: boolean;
  form: FormState<'confirm'>;
}

export function FarewellPage({ frame, isMember, form }: FarewellPageProps) {
  const { words } = useLanguage();
  const { farewell } = words;
  return (
    <Layout frame={frame} title={farewell.title} unlisted>
      <div class="notice">
        <h1>{farewell.title}</h1>
        <FormProblem problem={form.problem} />
        <p>{farewell.forGood}</p>
        <h2>{farewell.whatHappens}</h2>
        <ul>
          <li>{isMember ? farewell.membershipEnds : farewell.nothingRuns}</li>
          <li>{farewell.forgotten}</li>
          <li>{farewell.kept}</li>
          <li>{farewell.welcomeBack}</li>
        </ul>
        <form method="post" action={paths.accountDelete} novalidate>
          <TextField
            id="confirm"
            name="confirm"
            type="email"
            autocomplete="off"
            inputmode="email"
            label={farewell.confirm}
            value={form.values.confirm}
            error={form.errors.confirm}
            maxlength={320}
          />
          <button class="button button-grave" type="submit">
            {farewell.submit}
          </button>
        </form>
        <p class="actions">
          <a class="button button-quiet" href={paths.account}>
            {farewell.back}
          </a>
        </p>
      </div>
    </Layout>
  );
}

/** Afterwards: nobody is signed in any more. */
export function GonePage({ frame }: { frame: PageFrame }) {
  const { words } = useLanguage();
  const { farewell } = words;
  return (
    <Layout frame={frame} title={farewell.doneTitle} unlisted>
      <div class="notice">
        <h1>{farewell.doneTitle}</h1>
        <p>{farewell.doneText}</p>
        <p class="actions">
          <a class="button" href={paths.home}>
            {farewell.doneAction}
          </a>
        </p>
      </div>
    </Layout>
  );
}
