/**
 * Gives the boxes with which rows are ticked a name that is read aloud: react-admin puts it on the box's outside,
 * where MUI 9 leaves it and nobody hears it.
 */
import { createTheme, type Theme, ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';

/** One for each of the two, for making one takes its time. */
const known = new WeakMap<Theme, Theme>();

function withNames(outer: Theme): Theme {
  const made =
    known.get(outer) ??
    createTheme(outer, {
      components: {
        MuiCheckbox: {
          defaultProps: {
            slotProps: {
              root: { 'aria-label': undefined },
              input: { 'aria-label': 'Select this row' },
            },
          },
        },
      },
    });
  known.set(outer, made);
  return made;
}

export function CheckboxNames({ children }: { children: ReactNode }) {
  return <ThemeProvider theme={withNames}>{children}</ThemeProvider>;
}
