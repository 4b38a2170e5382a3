/** How much members give away, and what that comes to. */
import { countOf } from '../words/numbers.js';
import { CountField } from './count-field.js';
import { SettingsPage } from './settings-page.js';
import { useSettings } from './use-settings.js';
import { WhatIf } from './what-if.js';

interface GiftSettings {
  perMonth: number;
  days: number;
  openings: number;
}

export default function GiftsPage() {
  const inHand = useSettings<GiftSettings>('/admin/settings/gifts');
  const { set, errors } = inHand;
  return (
    <SettingsPage
      title="Gift links"
      about="A member may give what she reads: a link opens the whole article to whoever holds it. What was given keeps its days and openings."
      inHand={inHand}
    >
      {({ perMonth, days, openings }) => (
        <>
          <CountField
            label="A member gives in a calendar month"
            unit="articles"
            value={perMonth}
            max={1000}
            onChange={(value) => set({ perMonth: value ?? 0 })}
            error={errors['perMonth']}
          />
          <CountField
            label="A gift is good for"
            unit="days"
            value={days}
            min={1}
            max={365}
            onChange={(value) => set({ days: value ?? 1 })}
            error={errors['days']}
          />
          <CountField
            label="One gift is opened by"
            unit="readers"
            value={openings}
            min={1}
            max={1000}
            onChange={(value) => set({ openings: value ?? 1 })}
            error={errors['openings']}
          />
          <WhatIf title="What if" sentences={[giftsInWords({ perMonth, days, openings })]} />
        </>
      )}
    </SettingsPage>
  );
}

function giftsInWords({ perMonth, days, openings }: GiftSettings): string {
  if (perMonth === 0) return 'Nothing new is given. What was given before stays good.';
  const most = countOf(perMonth * openings, 'reader');
  return `A member who gives all she may opens articles to at most ${most} a month, each for ${countOf(days, 'day')}.`;
}
