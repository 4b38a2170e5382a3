/** What stands around every page of the console. */
import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import {
  AppBar,
  Layout,
  LoadingIndicator,
  Logout,
  TitlePortal,
  ToggleThemeButton,
  UserMenu,
} from 'react-admin';
import { FreshProofDialog } from '../auth/fresh-proof-dialog.js';
import { useStaff } from '../auth/staff.js';
import { publication } from '../publication.js';
import { SubjectMenu } from './subject-menu.js';
import { serif } from './theme.js';
import { OutwardLinks } from './outward-links.js';

/** What is too wide scrolls in its own box, not the page. */
const narrowable = {
  minWidth: 0,
  '& .RaLayout-appFrame, & .RaLayout-content': { minWidth: 0 },
};

export function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <Layout menu={SubjectMenu} appBar={Masthead} sx={narrowable}>
      {children}
      <FreshProofDialog />
    </Layout>
  );
}

const tools = (
  <>
    <ToggleThemeButton />
    <LoadingIndicator aria-label="The server is asked" />
  </>
);

/** Named by what it shows: who is here. */
function StaffMenu() {
  const { name, email } = useStaff();
  return (
    <UserMenu label={name ?? email}>
      <OutwardLinks />
      <Logout />
    </UserMenu>
  );
}

function Masthead() {
  return (
    <AppBar
      // It holds the page's heading, which nobody is to lose by scrolling on a phone.
      alwaysOn
      color="inherit"
      toolbar={tools}
      userMenu={<StaffMenu />}
      sx={{ borderBottom: 1, borderColor: 'divider', bgcolor: 'background.default' }}
    >
      <Typography
        component="span"
        noWrap
        sx={{ fontFamily: serif, fontWeight: 600, mr: 2, display: { xs: 'none', sm: 'block' } }}
      >
        {publication.name}
      </Typography>
      <TitlePortal variant="body1" component="h1" />
    </AppBar>
  );
}
