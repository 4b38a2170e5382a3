/** The looks of what stands before the console itself: as the browser prefers, light or dark. */
import { createTheme, ThemeProvider, useMediaQuery } from '@mui/material';
import type { ReactNode } from 'react';
import { darkTheme, lightTheme } from './theme.js';

const themes = { light: createTheme(lightTheme), dark: createTheme(darkTheme) };

export function DoorwayTheme({ children }: { children: ReactNode }) {
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  return <ThemeProvider theme={prefersDark ? themes.dark : themes.light}>{children}</ThemeProvider>;
}
