/** What a reader can do about her membership, whatever state it is in. */

import { useLanguage, usePublication } from '../language.js';
import type { MembershipProps } from '../page-props.js';
import { paths } from '../site-paths.js';

export function NextSteps(props: { membership: MembershipProps; hasPortal: boolean }) {
  const { membership, hasPortal } = props;
  switch (membership.state) {
    case 'none':
    case 'ended':
      return (
        <>
          <Join again={membership.state === 'ended'} />
          {hasPortal ? <Portal /> : null}
        </>
      );
    case 'trialing':
    case 'active':
      return (
        <>
          <StayOrLeave membership={membership} />
          {hasPortal ? <Portal /> : null}
        </>
      );
    case 'grace':
    case 'suspended':
      return <PayNow payUrl={membership.payUrl} />;
    case 'paused':
    case 'blocked':
      return (
        <>
          <p class="actions">
            <WriteToUs />
          </p>
          {hasPortal ? <Portal /> : null}
        </>
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

function Portal() {
  const { words } = useLanguage();
  return (
    <form class="actions" method="post" action={paths.accountPortal}>
      <button class="button button-quiet" type="submit">
        {words.account.portal}
      </button>
      <p class="small-print">{words.account.portalText}</p>
    </form>
  );
}

/** A gift of the house has no price; it ends by itself, and there is nothing to cancel. */
function StayOrLeave({ membership }: { membership: MembershipProps }) {
  const { words } = useLanguage();
  if (membership.price === null) return null;
  if (membership.cancelsAt !== null) {
    return (
      <form class="actions" method="post" action={paths.accountResume}>
        <button class="button" type="submit">
          {words.account.resume}
        </button>
        <p class="small-print">{words.account.resumeText}</p>
      </form>
    );
  }
  const isTrial = membership.state === 'trialing';
  return (
    <form class="actions" method="post" action={paths.accountCancel}>
      <button class="button button-quiet" type="submit">
        {words.account.cancel}
      </button>
      <p class="small-print">
        {isTrial ? words.account.cancelTrialText : words.account.cancelText}
      </p>
    </form>
  );
}
