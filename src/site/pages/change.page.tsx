/** Before a change of plan: what is charged, from when, and how it goes on; nothing happens until she presses. */

import type { Language } from '../../words/language.js';
import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { PlanAndPrice } from '../page-props.js';
import type { MoneyAmount } from '../../platform/format/format.js';
import { Layout } from '../parts/layout.js';
import { totalPrice } from '../parts/offer.js';
import { paths } from '../site-paths.js';

export interface ChangePageProps {
  frame: PageFrame;
  held: PlanAndPrice;
  wanted: PlanAndPrice;
  preview: {
    kind: 'now' | 'at-period-end';
    dueNow: MoneyAmount;
    /** What is left of what she paid, and taken off. */
    credit: MoneyAmount;
    takesEffectAt: Date;
    /** When the new price is charged next. */
    renewsAt: Date;
  };
  /** When the trial ends, while she is in it; the new price is charged then. */
  trialEndsAt: Date | null;
}

export function ChangePage(props: ChangePageProps) {
  const language = useLanguage();
  const { words } = language;
  const { frame, held, wanted } = props;
  const title = words.change.title(wanted.plan.name);
  return (
    <Layout frame={frame} title={title} unlisted>
      <div class="notice">
        <h1>{title}</h1>
        <p class="standfirst">
          {words.change.from(held.plan.name, totalPrice(held.price, language))}
        </p>
        <Dates {...props} />
        <form class="actions" method="post" action={paths.accountChange}>
          <input type="hidden" name="priceId" value={wanted.price.id} />
          <button class="button" type="submit">
            {submitWords(props.preview, language)}
          </button>
          {props.preview.dueNow.amount > 0 ? (
            <p class="small-print">{words.change.toTheSecond}</p>
          ) : null}
        </form>
        <p class="actions">
          <a class="button button-quiet" href={paths.account}>
            {words.change.back}
          </a>
        </p>
      </div>
    </Layout>
  );
}

function Dates({ wanted, preview, trialEndsAt }: ChangePageProps) {
  const language = useLanguage();
  const { words, format } = language;
  const isLater = preview.kind === 'at-period-end';
  const date = format.date(preview.takesEffectAt);
  const starts = isLater ? date : trialEndsAt && format.date(trialEndsAt);
  return (
    <dl class="dates-ahead">
      <dt>{isLater ? words.change.until(date) : words.change.now}</dt>
      <dd>{isLater ? words.change.stays : dueWords(preview, language)}</dd>
      <dt>{starts === null ? words.change.afterwards : words.change.starting(starts)}</dt>
      <dd>{words.change.renews(totalPrice(wanted.price, language))}</dd>
      {starts === null ? (
        <>
          <dt>{words.change.next(format.date(preview.renewsAt))}</dt>
          <dd>{words.change.nextCharge(format.money(wanted.price))}</dd>
        </>
      ) : null}
    </dl>
  );
}

function dueWords(
  { dueNow, credit }: ChangePageProps['preview'],
  { words, format }: Language,
): string {
  if (dueNow.amount === 0) return words.change.dueNothing;
  const due = words.change.dueNow(format.money(dueNow));
  return credit.amount > 0 ? `${due} ${words.change.credit(format.money(credit))}` : due;
}

function submitWords(preview: ChangePageProps['preview'], { words, format }: Language): string {
  if (preview.kind === 'at-period-end') {
    return words.change.submitLater(format.date(preview.takesEffectAt));
  }
  return preview.dueNow.amount > 0
    ? words.change.submitFor(format.money(preview.dueNow))
    : words.change.submit;
}
