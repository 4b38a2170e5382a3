/** Starts the console in the page that the application has sent. */
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { CssBaseline } from '@mui/material';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { Entrance } from './auth/entrance.js';
import { Console } from './console.js';
import { DoorwayTheme } from './layout/doorway-theme.js';
import { styleNonce } from './publication.js';

const place = document.getElementById('console');
if (place === null) throw new Error('There is no place for the console in this page.');

// Without the nonce of this answer the browser would take no style that is written from here on.
const styles = createCache({ key: 'console', nonce: styleNonce });
const queryClient = new QueryClient();

function Opened() {
  return <Entrance>{(staff) => <Console staff={staff} queryClient={queryClient} />}</Entrance>;
}

const router = createBrowserRouter([{ path: '*', element: <Opened /> }], { basename: '/admin' });

createRoot(place).render(
  <StrictMode>
    <CacheProvider value={styles}>
      <QueryClientProvider client={queryClient}>
        <DoorwayTheme>
          <CssBaseline />
          <RouterProvider router={router} />
        </DoorwayTheme>
      </QueryClientProvider>
    </CacheProvider>
  </StrictMode>,
);
