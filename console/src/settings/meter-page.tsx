/** How much the site gives away, with what another allowance would have meant lately. */
import { Alert, MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from '../api/client.js';
import { sentenceOf } from '../api/refusal.js';
import { CountField } from './count-field.js';
import { SectionsField } from './sections-field.js';
import { SettingsPage } from './settings-page.js';
import { useSettings } from './use-settings.js';
import { WhatIf } from './what-if.js';

interface MeterSettings {
  anonymousLimit: number;
  registeredLimit: number;
  window: 'calendar-month' | 'rolling-days';
  windowDays: number;
  timeZone: string;
  exemptSections: string[];
  cookielessLimit: number;
  networkLimit: number;
}

export default function MeterPage() {
  const inHand = useSettings<MeterSettings>('/admin/settings/meter');
  const { set, errors } = inHand;
  const limit = (
    name: 'anonymousLimit' | 'registeredLimit' | 'cookielessLimit' | 'networkLimit',
  ) => ({
    onChange: (value: number | null) => set({ [name]: value ?? 0 }),
    error: errors[name],
  });
  return (
    <SettingsPage
      title="Meter"
      about="How many metered articles are read free. Members are never counted, and reading the same article again costs nothing."
      inHand={inHand}
    >
      {(meter) => (
        <>
          <CountField
            label="Strangers read"
            unit="articles"
            value={meter.anonymousLimit}
            max={1000}
            hint={meter.anonymousLimit === 0 ? 'None: they sign in first.' : undefined}
            {...limit('anonymousLimit')}
          />
          <CountField
            label="Registered readers read"
            unit="articles"
            value={meter.registeredLimit}
            max={1000}
            {...limit('registeredLimit')}
          />
          <TextField
            select
            size="small"
            label="Counted"
            value={meter.window}
            onChange={({ target }) => set({ window: target.value as MeterSettings['window'] })}
          >
            <MenuItem value="calendar-month">in each calendar month</MenuItem>
            <MenuItem value="rolling-days">in the days before each read</MenuItem>
          </TextField>
          {meter.window === 'rolling-days' ? (
            <CountField
              label="How many days"
              unit="days"
              value={meter.windowDays}
              min={1}
              max={366}
              onChange={(value) => set({ windowDays: value ?? 1 })}
              error={errors['windowDays']}
            />
          ) : (
            <TextField
              label="Whose midnight begins a month"
              size="small"
              value={meter.timeZone}
              onChange={({ target }) => set({ timeZone: target.value })}
              error={errors['timeZone'] !== undefined}
              helperText={errors['timeZone'] ?? 'A time zone, like Europe/Berlin.'}
            />
          )}
          <SectionsField
            label="Sections that are not counted"
            value={meter.exemptSections}
            onChange={(exemptSections) => set({ exemptSections })}
            error={errors['exemptSections']}
          />
          <CountField
            label="Strangers without a cookie read"
            unit="articles"
            value={meter.cookielessLimit}
            max={1000}
            hint="Before their browser has shown that it keeps one."
            {...limit('cookielessLimit')}
          />
          <CountField
            label="All strangers of one network read in a day"
            unit="articles"
            value={meter.networkLimit}
            min={1}
            max={1_000_000}
            hint="Stops somebody who asks with ever new browsers. Readers who are signed in are not counted."
            {...limit('networkLimit')}
          />
          <MeterWhatIf meter={meter} />
        </>
      )}
    </SettingsPage>
  );
}

interface Effect {
  sentence: string;
}

function MeterWhatIf({ meter }: { meter: MeterSettings }) {
  const { anonymousLimit, registeredLimit, window, windowDays } = useDeferredValue(meter);
  const wish = {
    anonymous: anonymousLimit,
    registered: registeredLimit,
    window,
    ...(window === 'rolling-days' ? { windowDays } : {}),
  };
  const { data, error } = useQuery({
    queryKey: ['meter what if', wish],
    queryFn: ({ signal }) =>
      api.get<{ registered: Effect; strangers: Effect }>(
        '/admin/settings/meter/what-if',
        wish,
        signal,
      ),
    placeholderData: (before) => before,
    retry: false,
  });
  if (error !== null) return <Alert severity="info">{sentenceOf(error)}</Alert>;
  if (data === undefined) return null;
  const { registered, strangers } = data;
  return <WhatIf title="What if" sentences={[registered.sentence, strangers.sentence]} />;
}
