/** A forgotten or missing password in three steps: ask for the mail, choose a new one on its link, done. */

import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { FormState } from '../page-props.js';
import { FormProblem, TextField } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { paths } from '../site-paths.js';

export interface ResetPasswordPageProps {
  frame: PageFrame;
  step:
    | { name: 'missing'; email: string; returnTo: string }
    | { name: 'ask'; form: FormState<'email'> }
    | { name: 'sent'; email: string }
    | { name: 'choose'; token: string; form: FormState<'password'> }
    | { name: 'done' };
}

export function ResetPasswordPage({ frame, step }: ResetPasswordPageProps) {
  const { words } = useLanguage();
  switch (step.name) {
    case 'missing':
      return (
        <Sheet frame={frame} title={words.reset.missingTitle} text={words.reset.missingText}>
          <form method="post" action={paths.resetPasswordLink}>
            <input type="hidden" name="email" value={step.email} />
            <Submit>{words.reset.askSubmit}</Submit>
          </form>
          <div class="forms-foot">
            <p>
              <a href={step.returnTo}>{words.reset.missingGoOn}</a>
            </p>
          </div>
        </Sheet>
      );
    case 'ask':
      return (
        <Sheet frame={frame} title={words.reset.askTitle} text={words.reset.askText}>
          <form method="post" action={paths.resetPasswordLink}>
            <FormProblem problem={step.form.problem} />
            <TextField
              id="email"
              name="email"
              type="email"
              label={words.fields.email}
              autocomplete="email"
              maxlength={254}
              value={step.form.values.email}
              error={step.form.errors.email}
            />
            <Submit>{words.reset.askSubmit}</Submit>
          </form>
        </Sheet>
      );
    case 'sent':
      return (
        <Sheet
          frame={frame}
          title={words.reset.sentTitle}
          text={words.reset.sentText(step.email)}
        />
      );
    case 'choose':
      return (
        <Sheet frame={frame} title={words.reset.title} text={words.reset.text}>
          <form method="post" action={paths.resetPassword}>
            <FormProblem problem={step.form.problem} />
            <input type="hidden" name="token" value={step.token} />
            <TextField
              id="password"
              name="password"
              type="password"
              label={words.fields.newPassword}
              hint={words.fields.passwordHint}
              autocomplete="new-password"
              maxlength={256}
              error={step.form.errors.password}
            />
            <Submit>{words.reset.submit}</Submit>
          </form>
        </Sheet>
      );
    case 'done':
      return (
        <Sheet frame={frame} title={words.reset.doneTitle} text={words.reset.doneText}>
          <p class="actions">
            <a class="button" href={paths.signIn}>
              {words.reset.doneAction}
            </a>
          </p>
        </Sheet>
      );
  }
}

function Sheet(props: {
  frame: PageFrame;
  title: string;
  text: string;
  children?: ComponentChildren;
}) {
  return (
    <Layout frame={props.frame} title={props.title} unlisted>
      <div class="forms">
        <header class="page-head">
          <h1>{props.title}</h1>
          <p>{props.text}</p>
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
