/** A new passkey: its name, and the press that has the browser make it. */

import { useLanguage } from '../../language.js';
import type { PageFrame } from '../../page-frame.js';
import type { FormState } from '../../page-props.js';
import { FormProblem, ReturnTo, TextField } from '../../parts/form.js';
import { PasskeyForm } from '../../parts/passkey-form.js';
import { paths } from '../../site-paths.js';
import { Sheet } from './sheet.js';

export interface PasskeyPageProps {
  frame: PageFrame;
  returnTo: string | null;
  form: FormState<'name'>;
}

export function PasskeyPage({ frame, returnTo, form }: PasskeyPageProps) {
  const { passkeys } = useLanguage().words.security;
  return (
    <Sheet frame={frame} title={passkeys.title} text={passkeys.newText}>
      <FormProblem problem={form.problem} />
      <noscript>
        <p>{passkeys.unable}</p>
      </noscript>
      <p data-without-passkeys hidden>
        {passkeys.unable}
      </p>
      <PasskeyForm
        frame={frame}
        deed="create"
        options={paths.passkeyOptions}
        action={paths.passkeys}
        submit={passkeys.submit}
      >
        <ReturnTo path={returnTo} />
        <TextField
          id="name"
          name="name"
          type="text"
          label={passkeys.name}
          hint={passkeys.nameHint}
          autocomplete="off"
          maxlength={60}
          value={form.values.name}
          error={form.errors.name}
        />
      </PasskeyForm>
    </Sheet>
  );
}
