/** Form pieces that tell what is wrong where it is wrong, to eyes and to screen readers. */

import { useLanguage } from '../language.js';

/** What is wrong with the whole form, before its fields. */
export function FormProblem({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <p class="problem" role="alert">
      {problem}
    </p>
  );
}

interface FieldProps {
  /** Unique on the page; forms that share a page give different ones to the same name. */
  id: string;
  name: string;
  label: string;
  type: 'text' | 'email' | 'password';
  autocomplete: string;
  error?: string | undefined;
  hint?: string;
  required?: boolean;
  maxlength?: number;
  inputmode?: 'numeric' | 'email';
}

/** A password field has no `value` at all: what was typed is never sent back. */
type TextFieldProps =
  | (FieldProps & { type: 'password'; value?: never })
  | (FieldProps & { type: 'text' | 'email'; value: string | undefined });

export function TextField(props: TextFieldProps) {
  const { words } = useLanguage();
  const required = props.required ?? true;
  const hintId = props.hint ? `${props.id}-hint` : null;
  const errorId = props.error ? `${props.id}-error` : null;
  const describedBy = [errorId, hintId].filter((id) => id !== null).join(' ');
  const attributes = {
    id: props.id,
    name: props.name,
    autocomplete: props.autocomplete,
    required,
    maxlength: props.maxlength,
    inputmode: props.inputmode,
    spellcheck: false,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
  };
  return (
    <div class="field">
      <label for={props.id}>
        {props.label}
        {required ? null : <span class="optional"> ({words.fields.optional})</span>}
      </label>
      {props.hint ? (
        <p class="hint" id={hintId ?? undefined}>
          {props.hint}
        </p>
      ) : null}
      {props.type === 'password' ? (
        <input type="password" {...attributes} />
      ) : props.type === 'email' ? (
        <input type="email" value={props.value} {...attributes} />
      ) : (
        <input type="text" value={props.value} {...attributes} />
      )}
      {props.error ? (
        <p class="field-error" id={errorId ?? undefined}>
          {props.error}
        </p>
      ) : null}
    </div>
  );
}

/** Carries where to go afterwards through a form. */
export function ReturnTo({ path }: { path: string | null }) {
  return path === null ? null : <input type="hidden" name="returnTo" value={path} />;
}
