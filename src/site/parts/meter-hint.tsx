/** Quietly, under an article that was free: how many are left. */

import { useLanguage } from '../language.js';
import type { MeterProps } from '../page-props.js';
import { paths, withReturnTo } from '../site-paths.js';

export function MeterHint({ meter, path }: { meter: MeterProps; path: string }) {
  const { words } = useLanguage();
  return (
    <p class="note meter-hint">
      <Dots meter={meter} />
      {meter.remaining > 0 ? words.article.meterHint(meter) : words.article.meterLast(meter)}{' '}
      {meter.limitWithAccount === null ? (
        <a href={withReturnTo(paths.join, path)}>{words.article.meterJoin}</a>
      ) : (
        <a href={withReturnTo(paths.register, path)}>
          {words.article.meterRegister(meter.limitWithAccount)}
        </a>
      )}
    </p>
  );
}

/** More are not taken in at a glance. */
const mostDots = 10;

/** What the sentence beside it says, to the eye. */
export function Dots({ meter: { limit, remaining } }: { meter: MeterProps }) {
  if (limit > mostDots) return null;
  return (
    <span class="dots" aria-hidden="true">
      {Array.from({ length: limit }, (_, place) => (
        <span key={place} class={place < limit - remaining ? 'dot dot-spent' : 'dot'} />
      ))}
    </span>
  );
}
