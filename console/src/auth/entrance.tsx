/** Lets staff in, sends whoever is not signed in to the site's sign-in, and says to all others why the door is closed. */
import { Button, CircularProgress, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { isRefusal, sentenceOf } from '../api/refusal.js';
import { publication } from '../publication.js';
import { type Staff, StaffProvider, whoComesIn } from './staff.js';
import { goToSignIn, signOut } from './ways-out.js';

export function Entrance({ children }: { children: (staff: Staff) => ReactNode }) {
  const {
    data: staff,
    error,
    refetch,
  } = useQuery({
    queryKey: ['who comes in'],
    queryFn: whoComesIn,
    retry: false,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  if (staff !== undefined && error === null) {
    if (staff.roles.length === 0) return <ForStaff staff={staff} />;
    if (staff.lacksSecondFactor) return <SecondFactorMissing />;
    return <StaffProvider value={staff}>{children(staff)}</StaffProvider>;
  }
  if (error === null) return <Waiting />;
  if (isRefusal(error) && error.status === 401) return <Leaving />;
  return (
    <Notice title="The console does not open">
      <Typography>{sentenceOf(error)}</Typography>
      <Button variant="contained" onClick={() => void refetch()}>
        Try again
      </Button>
    </Notice>
  );
}

function Leaving() {
  useEffect(goToSignIn, []);
  return <Waiting />;
}

function Waiting() {
  return (
    <Stack
      component="main"
      sx={{ minHeight: '100vh', alignItems: 'center', justifyContent: 'center' }}
    >
      <CircularProgress aria-label="The console opens" />
    </Stack>
  );
}

function ForStaff({ staff }: { staff: Staff }) {
  return (
    <Notice title="This desk is for staff">
      <Typography>
        You are signed in as {staff.email}, who does not work here. Ask an admin to give you a role,
        or sign in with another account.
      </Typography>
      <Button variant="contained" href="/">
        Read {publication.name}
      </Button>
      <Button onClick={() => void signOut()}>Sign out</Button>
    </Notice>
  );
}

function SecondFactorMissing() {
  return (
    <Notice title="One more proof, please">
      <Typography>
        Admins need a second factor here. Set up an authenticator app or a passkey; where you have
        one already, sign out and sign in with it.
      </Typography>
      <Button variant="contained" href="/account/security">
        Set up a second factor
      </Button>
      <Button onClick={() => void signOut()}>Sign out</Button>
    </Notice>
  );
}

function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack
      component="main"
      spacing={2}
      sx={{ maxWidth: 480, mx: 'auto', px: 3, pt: '18vh', alignItems: 'flex-start' }}
    >
      <Typography component="h1" variant="h4">
        {title}
      </Typography>
      {children}
    </Stack>
  );
}
