/** Brings members by a file: what it may say, a place for it, and what was brought before. */
import { Box, Button, Card, CardContent, Stack, Typography } from '@mui/material';
import { Title } from 'react-admin';
import { saveFile } from '../export/save-file.js';
import { Facts } from '../../parts/facts.js';
import { SectionCard } from '../../parts/section-card.js';
import { FileChoice } from './file-choice.js';
import { FormerImports } from './former-imports.js';

const columns = [
  ['email', 'Needed. One mailbox is one account.'],
  ['name', 'Up to 100 characters.'],
  ['labels', 'Parted by semicolons; they come to those that she has.'],
  ['plan', 'The slug of a plan: she is given a membership of it, until the date beside it.'],
  ['until', 'A day to come, like 2027-01-31. Goes with plan.'],
] as const;

const example = `email,name,labels,plan,until
anna@example.com,Anna Novak,press-club;founder,pro,2027-12-31
bert@example.com,Bert Oyelaran,,,
`;

export default function ImportsPage() {
  return (
    <Box sx={{ py: 2, maxWidth: 900 }}>
      <Title title="Bring members" />
      <Stack spacing={2}>
        <Card component="section" aria-label="A file of members">
          <CardContent>
            <Stack spacing={2}>
              <Typography>
                A CSV file brings readers that you have elsewhere: a list of subscribers, a club, a
                school. Nobody gets a mail by it; whoever is new signs in by a mailed link. It is
                checked first and changes nothing until you say so.
              </Typography>
              <FileChoice />
            </Stack>
          </CardContent>
        </Card>
        <SectionCard
          title="What the file says"
          aside={
            <Button
              size="small"
              variant="outlined"
              onClick={() =>
                saveFile(new Blob([example], { type: 'text/csv' }), 'members-example.csv')
              }
            >
              Save an example
            </Button>
          }
        >
          <Typography sx={{ mb: 1 }}>
            Its first line names the columns, parted by commas, in any order. Up to 50,000 members
            and 10 MB. A file of our own export can be brought back as it is.
          </Typography>
          <Facts of={columns} />
        </SectionCard>
        <FormerImports />
      </Stack>
    </Box>
  );
}
