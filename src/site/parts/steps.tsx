/** Where somebody stands on the way from the offer to reading: her account, her card, done. */

import { useLanguage } from '../language.js';
import { paths } from '../site-paths.js';

const order = ['account', 'card', 'done'] as const;

export type Step = (typeof order)[number];

export function Steps({ at }: { at: Step }) {
  const { steps } = useLanguage().words;
  return (
    <ol class="steps" aria-label={steps.label}>
      {order.map((step) => (
        <li
          key={step}
          class={isBefore(step, at) ? 'step-done' : undefined}
          aria-current={step === at ? 'step' : undefined}
        >
          {steps[step]}
          {isBefore(step, at) ? <span class="unseen"> ({steps.isDone})</span> : null}
        </li>
      ))}
    </ol>
  );
}

/** Above the pages of a new account, for whoever makes it on the way to a membership. */
export function StepsToTheOffer({ returnTo }: { returnTo: string | null }) {
  return returnTo?.startsWith(paths.join) === true ? <Steps at="account" /> : null;
}

const isBefore = (step: Step, at: Step): boolean => order.indexOf(step) < order.indexOf(at);
