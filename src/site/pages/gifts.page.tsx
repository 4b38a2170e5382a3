/** What a member gives away: the link that she has just made, how many are left, and what she has given. */

import type { Language } from '../../words/language.js';
import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { GiftProps } from '../page-props.js';
import { FormProblem } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { paths } from '../site-paths.js';

export interface GiftsPageProps {
  frame: PageFrame;
  /** The one that she has just given. */
  given: GiftProps | null;
  /** The newest first. */
  gifts: GiftProps[];
  /** Articles she may give in a month; 0 where none are given. */
  perMonth: number;
  left: number;
  resetsAt: Date;
  problem: string | null;
}

export function GiftsPage(props: GiftsPageProps) {
  const { words, format } = useLanguage();
  const { giving } = words;
  const { frame, given, gifts, perMonth, left, resetsAt, problem } = props;
  return (
    <Layout frame={frame} title={giving.title} unlisted>
      <div class="account">
        <header class="page-head">
          <h1>{giving.title}</h1>
          <p class="standfirst">{giving.standfirst}</p>
        </header>
        <FormProblem problem={problem} />
        {given ? (
          <section aria-labelledby="given">
            <h2 id="given">{giving.ready(given.title)}</h2>
            <LinkToCopy url={given.url} id="given-link" label={giving.readyText} />
          </section>
        ) : null}
        <section aria-labelledby="gifts">
          <h2 id="gifts">{giving.given}</h2>
          <p>{perMonth === 0 ? giving.notOffered : giving.left(left, format.date(resetsAt))}</p>
          {gifts.length === 0 ? <p>{giving.nothing}</p> : null}
        </section>
        {gifts.map((gift) => (
          <GivenArticle key={gift.id} gift={gift} isShownAbove={gift.id === given?.id} />
        ))}
        <p class="actions">
          <a class="button button-quiet" href={paths.account}>
            {giving.toAccount}
          </a>
        </p>
      </div>
    </Layout>
  );
}

function GivenArticle({ gift, isShownAbove }: { gift: GiftProps; isShownAbove: boolean }) {
  const language = useLanguage();
  const { giving } = language.words;
  const mayBeRevoked = gift.state === 'live' || gift.state === 'used-up';
  return (
    <section aria-labelledby={gift.id}>
      <h2 id={gift.id}>
        <a href={paths.article(gift.slug)}>{gift.title}</a>
      </h2>
      <p>
        {giving.opened(gift.opened, gift.openings)}; {whatBecame(gift, language)}.
      </p>
      {gift.state === 'live' && !isShownAbove ? (
        <LinkToCopy url={gift.url} id={`link-${gift.id}`} label={giving.link(gift.title)} />
      ) : null}
      {mayBeRevoked ? (
        <form method="post" action={paths.giftRevoke(gift.id)}>
          <button
            class="button button-quiet"
            type="submit"
            aria-label={giving.revokeOf(gift.title)}
          >
            {giving.revoke}
          </button>
        </form>
      ) : null}
    </section>
  );
}

function whatBecame({ state, expiresAt }: GiftProps, { words, format }: Language): string {
  const { giving } = words;
  switch (state) {
    case 'live':
      return giving.live(format.date(expiresAt));
    case 'over':
      return giving.over(format.date(expiresAt));
    case 'used-up':
    case 'revoked':
      return giving[state];
  }
}

/** Nothing is sent from here; a field can be copied whole without a script. */
function LinkToCopy({ url, id, label }: { url: string; id: string; label: string }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="text" value={url} readonly autocomplete="off" spellcheck={false} />
    </div>
  );
}
