/** An authenticator in two steps: begin, or remove the one she has; then scan its QR code and type its first code. */

import { useLanguage } from '../../language.js';
import type { PageFrame } from '../../page-frame.js';
import type { FormState } from '../../page-props.js';
import { FormProblem, ReturnTo, TextField } from '../../parts/form.js';
import { QrCode } from '../../parts/qr-code.js';
import { paths } from '../../site-paths.js';
import { Sheet } from './sheet.js';

export interface AuthenticatorPageProps {
  frame: PageFrame;
  returnTo: string | null;
  step:
    | { name: 'begin'; hasOne: boolean; problem: string | null }
    | { name: 'scan'; secret: string; uri: string; form: FormState<'code'> };
}

export function AuthenticatorPage({ frame, returnTo, step }: AuthenticatorPageProps) {
  return step.name === 'begin' ? (
    <Begin frame={frame} returnTo={returnTo} hasOne={step.hasOne} problem={step.problem} />
  ) : (
    <Scan frame={frame} returnTo={returnTo} {...step} />
  );
}

interface BeginProps {
  frame: PageFrame;
  returnTo: string | null;
  hasOne: boolean;
  problem: string | null;
}

function Begin({ frame, returnTo, hasOne, problem }: BeginProps) {
  const { authenticator } = useLanguage().words.security;
  return (
    <Sheet
      frame={frame}
      title={authenticator.title}
      text={hasOne ? authenticator.textReplace : authenticator.text}
    >
      <form method="post" action={paths.authenticator}>
        <FormProblem problem={problem} />
        <ReturnTo path={returnTo} />
        <button class="button" type="submit">
          {authenticator.begin}
        </button>
      </form>
      {hasOne ? (
        <form method="post" action={paths.authenticatorRemove}>
          <p>{authenticator.removeText}</p>
          <div class="actions">
            <button class="button button-quiet" type="submit">
              {authenticator.remove}
            </button>
          </div>
        </form>
      ) : null}
    </Sheet>
  );
}

interface ScanProps {
  frame: PageFrame;
  returnTo: string | null;
  secret: string;
  uri: string;
  form: FormState<'code'>;
}

function Scan({ frame, returnTo, secret, uri, form }: ScanProps) {
  const { authenticator } = useLanguage().words.security;
  return (
    <Sheet frame={frame} title={authenticator.scanTitle} text={authenticator.scanText}>
      <QrCode text={uri} label={authenticator.qr} />
      <p class="small-print">
        <a href={uri}>{authenticator.onThisPhone}</a>
      </p>
      <p class="small-print">{authenticator.byHand}</p>
      <p>
        <code class="secret">{inGroups(secret)}</code>
      </p>
      <form method="post" action={paths.authenticatorConfirm}>
        <FormProblem problem={form.problem} />
        <ReturnTo path={returnTo} />
        <input type="hidden" name="secret" value={secret} />
        <TextField
          id="code"
          name="code"
          type="text"
          label={authenticator.code}
          autocomplete="one-time-code"
          inputmode="numeric"
          maxlength={7}
          value={form.values.code}
          error={form.errors.code}
        />
        <button class="button" type="submit">
          {authenticator.confirm}
        </button>
      </form>
    </Sheet>
  );
}

/** Four letters at a time are typed without losing one's place; apps drop the spaces. */
const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;
