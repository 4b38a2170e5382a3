/** A form that a script shows where the browser knows passkeys, and fills in with what the device made. */

import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';

interface PasskeyFormProps {
  frame: PageFrame;
  /** Whether a passkey is to be shown, or made. */
  deed: 'get' | 'create';
  /** Where the script asks what the device is to sign. */
  options: string;
  action: string;
  submit: string;
  quiet?: boolean;
  /** Between this and the other ways. */
  children?: ComponentChildren;
}

export function PasskeyForm(props: PasskeyFormProps) {
  const { problems } = useLanguage().words.passkey;
  const { deed, options, action } = props;
  const told =
    deed === 'get'
      ? (['cancelled', 'failed'] as const)
      : (['cancelled', 'known', 'failed'] as const);
  return (
    <>
      <form
        class="passkey"
        method="post"
        action={action}
        data-passkey={deed}
        data-options={options}
        hidden
      >
        <input type="hidden" name="challenge" value="" />
        <input type="hidden" name="credential" value="" />
        {props.children}
        <button class={props.quiet ? 'button button-quiet' : 'button'} type="submit">
          {props.submit}
        </button>
        {told.map((name) => (
          <p key={name} class="problem" role="alert" data-problem={name} hidden>
            {problems[name]}
          </p>
        ))}
      </form>
      <script type="module" src={props.frame.files.passkeys}></script>
    </>
  );
}
