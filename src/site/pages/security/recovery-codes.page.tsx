/** Recovery codes: the question before new ones are made, and the codes themselves, shown once. */

import { useLanguage } from '../../language.js';
import type { PageFrame } from '../../page-frame.js';
import { FormProblem } from '../../parts/form.js';
import { paths } from '../../site-paths.js';
import { Sheet } from './sheet.js';

export interface RecoveryCodesPageProps {
  frame: PageFrame;
  step:
    | { name: 'ask'; problem: string | null }
    | { name: 'shown'; codes: string[]; returnTo: string | null };
}

export function RecoveryCodesPage({ frame, step }: RecoveryCodesPageProps) {
  const { recovery } = useLanguage().words.security;
  if (step.name === 'ask') {
    return (
      <Sheet frame={frame} title={recovery.renew} text={recovery.askText}>
        <form method="post" action={paths.recoveryCodes}>
          <FormProblem problem={step.problem} />
          <button class="button" type="submit">
            {recovery.ask}
          </button>
        </form>
      </Sheet>
    );
  }
  return (
    <Sheet frame={frame} title={recovery.title} text={recovery.shown} withWayBack={false}>
      <ol class="recovery-codes">
        {step.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>{recovery.advice}</p>
      <div class="actions by-script">
        <button class="button button-quiet" type="button" data-deed="copy" hidden>
          {recovery.copy}
        </button>
        <button class="button button-quiet" type="button" data-deed="print" hidden>
          {recovery.print}
        </button>
        <p role="status" data-copied hidden>
          {recovery.copied}
        </p>
      </div>
      <p class="actions">
        <a class="button" href={step.returnTo ?? paths.security}>
          {recovery.done}
        </a>
      </p>
      <script type="module" src={frame.files.recoveryCodes}></script>
    </Sheet>
  );
}
