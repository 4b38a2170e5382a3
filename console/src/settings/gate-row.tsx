/** One line of the gates: for which articles, and who reads them. */
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, IconButton, MenuItem, Stack, TextField } from '@mui/material';
import type { Choice } from '../articles/masthead.js';
import { CountField } from './count-field.js';
import { type GateDefault, gates, kinds } from './gates.js';
import { PlansField } from './plans-field.js';

export interface GateRowProps {
  /** Of the line, for those who hear the form read out. */
  number: number;
  value: GateDefault;
  sections: readonly Choice[];
  errorOf: (field: string) => string | undefined;
  onChange: (value: GateDefault) => void;
  onRemove: () => void;
}

const any = '*';

export function GateRow(props: GateRowProps) {
  const { number, value, sections, errorOf, onChange, onRemove } = props;
  const change = (part: Partial<GateDefault>) => onChange({ ...value, ...part });
  return (
    <Stack role="group" aria-label={`Line ${number}`} direction="row" spacing={1}>
      <Box
        sx={{
          flexGrow: 1,
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
        }}
      >
        <TextField
          select
          size="small"
          label="Section"
          value={value.section ?? any}
          onChange={({ target }) => change({ section: target.value === any ? null : target.value })}
          error={errorOf('section') !== undefined}
          helperText={errorOf('section')}
        >
          <MenuItem value={any}>any</MenuItem>
          {sections.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          size="small"
          label="Kind"
          value={value.kind ?? any}
          onChange={({ target }) =>
            change({ kind: target.value === any ? null : (target.value as keyof typeof kinds) })
          }
        >
          <MenuItem value={any}>any</MenuItem>
          {Object.entries(kinds).map(([kind, name]) => (
            <MenuItem key={kind} value={kind}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          size="small"
          label="Gate"
          value={value.gate}
          onChange={({ target }) => change(gateChosen(target.value as keyof typeof gates))}
        >
          {Object.entries(gates).map(([gate, meaning]) => (
            <MenuItem key={gate} value={gate}>
              {meaning}
            </MenuItem>
          ))}
        </TextField>
        {value.gate === 'members' && (
          <PlansField
            value={value.planIds}
            onChange={(planIds) => change({ planIds })}
            error={errorOf('planIds')}
          />
        )}
        <CountField
          label="Free at first for"
          unit="hours"
          isOptional
          min={1}
          max={8760}
          value={value.freeForHours}
          onChange={(freeForHours) => change({ freeForHours })}
          error={errorOf('freeForHours')}
        />
        <CountField
          label="Free again after"
          unit="days"
          isOptional
          min={1}
          max={36500}
          value={value.freeAfterDays}
          onChange={(freeAfterDays) => change({ freeAfterDays })}
          error={errorOf('freeAfterDays')}
        />
      </Box>
      <IconButton aria-label={`Remove line ${number}`} onClick={onRemove} sx={{ height: 40 }}>
        <DeleteOutlined />
      </IconButton>
    </Stack>
  );
}

/** Only the members' gate is narrowed to plans. */
function gateChosen(gate: keyof typeof gates): Partial<GateDefault> {
  return gate === 'members' ? { gate } : { gate, planIds: [] };
}
