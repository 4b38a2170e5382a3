/** How the console looks: paper and ink, as the reader's pages, in light and dark. */
import type { PaletteOptions, ThemeOptions } from '@mui/material';
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin';

const sans = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';

/** For what readers will see in serifs: the headlines of articles, the paper's own name. */
export const serif = 'Charter, "Bitstream Charter", Georgia, "Times New Roman", serif';

const light: PaletteOptions = {
  mode: 'light',
  primary: { main: '#a02c1b' },
  secondary: { main: '#1a1813' },
  background: { default: '#fcfbf7', paper: '#ffffff' },
  text: { primary: '#1a1813', secondary: '#5f5a4e' },
  divider: '#d8d3c5',
};

const dark: PaletteOptions = {
  mode: 'dark',
  primary: { main: '#f0957c' },
  secondary: { main: '#ece8dc' },
  background: { default: '#14140f', paper: '#1f1e18' },
  text: { primary: '#ece8dc', secondary: '#aba591' },
  divider: '#3a382f',
};

const shape: RaThemeOptions = {
  shape: { borderRadius: 4 },
  typography: {
    fontFamily: sans,
    fontSize: 14,
    h4: { fontFamily: serif, fontSize: '1.75rem', fontWeight: 600 },
    h5: { fontFamily: serif, fontSize: '1.35rem', fontWeight: 600 },
    h6: { fontFamily: sans, fontSize: '1rem', fontWeight: 600 },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  sidebar: { width: 216, closedWidth: 56 },
};

function themed(
  { components: given, ...base }: RaThemeOptions,
  palette: PaletteOptions,
): RaThemeOptions {
  const components = given as NonNullable<ThemeOptions['components']>;
  const { MuiTextField, MuiFormControl } = components;
  return {
    ...base,
    ...shape,
    palette,
    components: {
      ...components,
      MuiAppBar: { defaultProps: { color: 'default', elevation: 0 } },
      MuiButton: { defaultProps: { disableElevation: true } },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiPaper: { defaultProps: { elevation: 0 } },
      // A table that is too wide for a narrow window scrolls by itself, and the page stays where it is.
      RaList: { styleOverrides: { root: { '& .RaList-main': { minWidth: 0 } } } },
      RaDataTable: {
        styleOverrides: { root: { '& .RaDataTable-tableWrapper': { overflowX: 'auto' } } },
      },
      MuiTextField: {
        ...MuiTextField,
        defaultProps: { ...MuiTextField?.defaultProps, variant: 'outlined' },
      },
      MuiFormControl: {
        ...MuiFormControl,
        defaultProps: { ...MuiFormControl?.defaultProps, variant: 'outlined' },
      },
    },
  };
}

export const lightTheme = themed(defaultLightTheme, light);
export const darkTheme = themed(defaultDarkTheme, dark);
