/** Another address for an account in steps: name it, then type the code or press the link that was mailed there. */

import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { FormState } from '../page-props.js';
import { FormProblem, TextField } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { paths } from '../site-paths.js';

export interface EmailPageProps {
  frame: PageFrame;
  step:
    | { name: 'ask'; form: FormState<'email'> }
    | { name: 'sent'; email: string; form: FormState<'code'> }
    | { name: 'press'; token: string }
    | { name: 'dead'; problem: string }
    | { name: 'done'; email: string };
}

export function EmailPage({ frame, step }: EmailPageProps) {
  const { emailChange, fields } = useLanguage().words;
  switch (step.name) {
    case 'ask':
      return (
        <Sheet frame={frame} text={emailChange.text}>
          <form method="post" action={paths.accountEmail}>
            <FormProblem problem={step.form.problem} />
            <TextField
              id="email"
              name="email"
              type="email"
              label={emailChange.field}
              autocomplete="email"
              maxlength={254}
              value={step.form.values.email}
              error={step.form.errors.email}
            />
            <Submit>{emailChange.submit}</Submit>
          </form>
        </Sheet>
      );
    case 'sent':
      return (
        <Sheet frame={frame} text={emailChange.sent(step.email)}>
          <form method="post" action={paths.accountEmailConfirm}>
            <FormProblem problem={step.form.problem} />
            <input type="hidden" name="email" value={step.email} />
            <TextField
              id="code"
              name="code"
              type="text"
              label={fields.code}
              autocomplete="one-time-code"
              inputmode="numeric"
              maxlength={7}
              value={step.form.values.code}
              error={step.form.errors.code}
            />
            <Submit>{emailChange.confirm}</Submit>
          </form>
        </Sheet>
      );
    case 'press':
      return (
        <Sheet frame={frame} text={emailChange.press}>
          <form method="post" action={paths.accountEmailConfirm}>
            <input type="hidden" name="token" value={step.token} />
            <Submit>{emailChange.confirm}</Submit>
          </form>
        </Sheet>
      );
    case 'dead':
      return (
        <Sheet frame={frame} text={step.problem}>
          <Back />
        </Sheet>
      );
    case 'done':
      return (
        <Sheet frame={frame} text={emailChange.done(step.email)}>
          <Back />
        </Sheet>
      );
  }
}

function Sheet(props: { frame: PageFrame; text: string; children: ComponentChildren }) {
  const { emailChange } = useLanguage().words;
  return (
    <Layout frame={props.frame} title={emailChange.title} unlisted>
      <div class="forms">
        <header class="page-head">
          <h1>{emailChange.title}</h1>
          <p class="standfirst">{props.text}</p>
        </header>
        {props.children}
      </div>
    </Layout>
  );
}

function Submit({ children }: { children: ComponentChildren }) {
  return (
    <button class="button" type="submit">
      {children}
    </button>
  );
}

function Back() {
  const { emailChange } = useLanguage().words;
  return (
    <p class="actions">
      <a class="button" href={paths.account}>
        {emailChange.back}
      </a>
    </p>
  );
}
