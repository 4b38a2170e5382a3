/** Another password, or a first one. */

import { useLanguage } from '../../language.js';
import type { PageFrame } from '../../page-frame.js';
import type { FormState } from '../../page-props.js';
import { FormProblem, TextField } from '../../parts/form.js';
import { paths, withReturnTo } from '../../site-paths.js';
import { Sheet } from './sheet.js';

export interface PasswordPageProps {
  frame: PageFrame;
  email: string;
  hasPassword: boolean;
  /** Whether her present one is asked for: not where she has just shown otherwise that it is her. */
  wantsCurrent: boolean;
  form: FormState<'current' | 'password'>;
}

export function PasswordPage({ frame, email, hasPassword, wantsCurrent, form }: PasswordPageProps) {
  const { security, fields } = useLanguage().words;
  const { password } = security;
  return (
    <Sheet
      frame={frame}
      title={hasPassword ? password.title : password.firstTitle}
      text={password.text}
    >
      <form method="post" action={paths.securityPassword}>
        <FormProblem problem={form.problem} />
        <input type="hidden" name="username" autocomplete="username" value={email} />
        {wantsCurrent ? (
          <TextField
            id="current"
            name="current"
            type="password"
            label={password.current}
            autocomplete="current-password"
            maxlength={256}
            error={form.errors.current}
          />
        ) : null}
        <TextField
          id="password"
          name="password"
          type="password"
          label={password.next}
          hint={fields.passwordHint}
          autocomplete="new-password"
          maxlength={256}
          error={form.errors.password}
        />
        <button class="button" type="submit">
          {password.submit}
        </button>
        {wantsCurrent ? (
          <p class="small-print">
            <a href={withReturnTo(paths.proof, paths.securityPassword)}>{password.forgotten}</a>
          </p>
        ) : null}
      </form>
    </Sheet>
  );
}
