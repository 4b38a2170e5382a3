/** What leaves of a member's timeline. */
import { ApiProperty } from '@nestjs/swagger';
import { MoneyView } from '../../../platform/money/money.presenter.js';
import type { Page } from '../../../platform/http/page.dto.js';
import { deviceInWords } from '../../../users/sessions/device-in-words.rules.js';
import { type TimelineItem, type TimelineKind, timelineKinds } from './timeline.repository.js';

export class MomentView {
  at: Date;
  @ApiProperty({ enum: timelineKinds })
  kind: TimelineKind;
  /** What happened, in a word: `began`, an invoice's status, a letter's kind, an event's type, a deed's action. */
  what: string;
  /** The id of the thing, ours or Stripe's; of what was read, the article's slug. */
  ref: string;
  /** What to read beside it: a plan, a title, a device, a note's text, who did it. */
  about: string | null;
  /** What went away is negative; null where no money moved. */
  money: MoneyView | null;
}

export class TimelinePage {
  items: MomentView[];
  nextCursor: string | null;
}

export function presentTimeline({ items, nextCursor }: Page<TimelineItem>): TimelinePage {
  return { items: items.map(presentMoment), nextCursor };
}

function presentMoment({ amount, currency, ...moment }: TimelineItem): MomentView {
  const { at, kind, what, ref, about } = moment;
  const money = amount === null || currency === null ? null : { amount, currency };
  const words = kind === 'session' ? deviceInWords(about) : about;
  return { at, kind, what, ref, about: words, money };
}
