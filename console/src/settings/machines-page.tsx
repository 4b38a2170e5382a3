/** What search engines and AI crawlers may have. */
import { FormControlLabel, MenuItem, Switch, TextField } from '@mui/material';
import { SettingsPage } from './settings-page.js';
import { useSettings } from './use-settings.js';
import { WhatIf } from './what-if.js';

interface MachineSettings {
  searchEnginesReadAll: boolean;
  aiCrawlers: string;
}

const rules: Record<string, { label: string; meaning: string }> = {
  allowed: {
    label: 'read what everybody reads',
    meaning: 'AI crawlers get what strangers get, and are not asked for a licence.',
  },
  licensed: {
    label: 'need a licence',
    meaning:
      'AI crawlers that say they are one are answered 402 with the licence, and robots.txt asks them to stay away.',
  },
};

export default function MachinesPage() {
  const inHand = useSettings<MachineSettings>('/admin/settings/machines');
  return (
    <SettingsPage
      title="Machines"
      about="Nobody is believed by name alone: a search engine proves itself by its address."
      inHand={inHand}
    >
      {({ searchEnginesReadAll, aiCrawlers }) => (
        <>
          <FormControlLabel
            control={
              <Switch
                checked={searchEnginesReadAll}
                onChange={(_event, checked) => inHand.set({ searchEnginesReadAll: checked })}
              />
            }
            label="Search engines read the whole text"
          />
          <TextField
            select
            size="small"
            label="AI crawlers"
            value={aiCrawlers}
            onChange={({ target }) => inHand.set({ aiCrawlers: target.value })}
          >
            {Object.entries(rules).map(([value, { label }]) => (
              <MenuItem key={value} value={value}>
                {label}
              </MenuItem>
            ))}
          </TextField>
          <WhatIf
            title="What that means"
            sentences={[
              searchEnginesReadAll
                ? 'Articles are found by all of their words; the page marks the part that is not free, so that this is no deceit.'
                : 'Articles are found by their free part alone.',
              rules[aiCrawlers]?.meaning ?? '',
            ]}
          />
        </>
      )}
    </SettingsPage>
  );
}
