/** Decides what colours the pages have: the publisher's where there are any, ours for the rest; and whether they can be read. */

/** A colour is six hexadecimal digits after `#`. */
export const colourPattern = /^#[0-9a-f]{6}$/i;

/** What each colour is for. */
export const ourColours = {
  light: {
    paper: '#fcfbf7',
    ink: '#1a1813',
    soft: '#5f5a4e',
    hair: '#d8d3c5',
    tint: '#f2efe5',
    accent: '#a02c1b',
    alarm: '#a02c1b',
  },
  dark: {
    paper: '#14140f',
    ink: '#ece8dc',
    soft: '#aba591',
    hair: '#3a382f',
    tint: '#1f1e18',
    accent: '#f0957c',
    alarm: '#f0957c',
  },
} as const;

export type ColourName = keyof (typeof ourColours)['light'];
export type Palette = Record<ColourName, string>;

/** Of WCAG 2.2, level AA, for text of ordinary size. */
const leastContrast = 4.5;

const papers = ['paper', 'tint'] as const;
const inks = ['ink', 'soft', 'accent', 'alarm'] as const;

/** Every pair that a tired eye could not tell apart, in words. */
export function unreadablePairs(palette: Palette): string[] {
  return papers.flatMap((paper) =>
    inks.flatMap((ink) => {
      const ratio = contrast(palette[ink], palette[paper]);
      if (ratio >= leastContrast) return [];
      return [
        `${ink} on ${paper} has a contrast of ${ratio.toFixed(2)}, at least ${leastContrast}`,
      ];
    }),
  );
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** WCAG 2.2's relative luminance. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
