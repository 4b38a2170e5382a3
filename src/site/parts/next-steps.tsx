/** What a reader can do about her membership, whatever state it is in. */

import { isCancelled, mayCancel } from '../account/leaving.rules.js';
import { useLanguage, usePublication } from '../language.js';
import type { MembershipProps } from '../page-props.js';
import { paths } from '../site-paths.js';

export function NextSteps({ membership }: { membership: MembershipProps }) {
  switch (membership.state) {
    case 'none':
    case 'ended':
      return <Join again={membership.state === 'ended'} />;
    case 'trialing':
    case 'active':
      return <StayOrLeave membership={membership} />;
    case 'grace':
    case 'suspended':
      return <PayNow payUrl={membership.payUrl} />;
    case 'paused':
    case 'blocked':
      return (
        <p class="actions">
          <WriteToUs />
        </p>
      );
  }
}

/** The invoice's own page first: it takes any card, and asks for nothing else. */
export function PayNow({ payUrl }: { payUrl: string | null }) {
  const { words } = useLanguage();
  return (
    <>
      {payUrl === null ? null : (
        <p class="actions">
          <a class="button" href={payUrl}>
            {words.account.payNow}
          </a>
        </p>
      )}
      <form class="actions" method="post" action={paths.accountPortal}>
        <button class={payUrl === null ? 'button' : 'button button-quiet'} type="submit">
          {words.account.changeCard}
        </button>
        <p class="small-print">{words.account.changeCardText}</p>
      </form>
    </>
  );
}

export function WriteToUs() {
  const { words } = useLanguage();
  const publication = usePublication();
  return (
    <a class="button" href={`mailto:${publication.helpEmail}`}>
      {words.account.writeToUs(publication.helpEmail)}
    </a>
  );
}

function Join({ again }: { again: boolean }) {
  const { words } = useLanguage();
  return (
    <p class="actions">
      <a class="button" href={paths.join}>
        {again ? words.account.joinAgain : words.account.join}
      </a>
    </p>
  );
}

/** A gift of the house has no price; it ends by itself, and there is nothing to cancel. */
function StayOrLeave({ membership }: { membership: MembershipProps }) {
  const { account } = useLanguage().words;
  if (mayCancel(membership)) {
    return (
      <div class="actions">
        <a class="button button-quiet" href={paths.accountCancel}>
          {account.cancel}
        </a>
        <p class="small-print">{account.cancelText}</p>
      </div>
    );
  }
  if (!isCancelled(membership)) return null;
  return (
    <div class="actions">
      <a class="button" href={paths.accountResume}>
        {account.resume}
      </a>
      <p class="small-print">{account.resumeText}</p>
    </div>
  );
}
