/** What stands around the fields of a setting: its title, what it means, and the buttons. */
import {
  Alert,
  Box,
  Button,
  Card,
  CardContent,
  CircularProgress,
  Stack,
  Typography,
} from '@mui/material';
import type { ReactNode } from 'react';
import { Title } from 'react-admin';
import type { SettingsInHand } from './use-settings.js';

export interface SettingsPageProps<Settings extends object> {
  title: string;
  /** What the setting is for, in a sentence or two. */
  about: ReactNode;
  inHand: SettingsInHand<Settings>;
  children: (settings: Settings) => ReactNode;
}

export function SettingsPage<Settings extends object>({
  title,
  about,
  inHand,
  children,
}: SettingsPageProps<Settings>) {
  const { settings, unread } = inHand;
  return (
    <Box sx={{ maxWidth: 760, py: 2 }}>
      <Title title={title} />
      <Typography component="p" variant="body1" color="textSecondary" sx={{ mb: 2 }}>
        {about}
      </Typography>
      {unread !== null && <Alert severity="error">{unread}</Alert>}
      {settings === undefined && unread === null && (
        <CircularProgress aria-label="The settings are on their way" />
      )}
      {settings !== undefined && (
        <Card
          component="form"
          onSubmit={(event) => {
            event.preventDefault();
            inHand.save();
          }}
        >
          <CardContent>
            <Stack spacing={2.5}>
              {children(settings)}
              <Ending inHand={inHand} />
            </Stack>
          </CardContent>
        </Card>
      )}
    </Box>
  );
}

function Ending<Settings extends object>({ inHand }: { inHand: SettingsInHand<Settings> }) {
  const { refusal, isChanged, isSaving, putBack } = inHand;
  return (
    <>
      {refusal !== null && <Alert severity="error">{refusal}</Alert>}
      <Stack direction="row" spacing={1}>
        <Button type="submit" variant="contained" disabled={!isChanged} loading={isSaving}>
          Save
        </Button>
        <Button disabled={!isChanged || isSaving} onClick={putBack}>
          Put back
        </Button>
      </Stack>
    </>
  );
}
