/** The site's robots.txt: where machines have nothing to look for, and what they may use the rest for. */
import type { MachineTerms } from './machine-terms.rules.js';

export interface Robots {
  terms: MachineTerms;
  /** Asked to stay away until they have a licence; none where they are welcome. */
  unlicensed: readonly string[];
  /** Paths that begin like this are somebody's own, or made for programs. */
  closed: readonly string[];
  /** Full addresses. */
  licence: string;
  sitemap: string;
  /** What may be read all the same by whoever is asked to stay away. */
  open: readonly string[];
}

export function robotsFile(robots: Robots): string {
  const { terms, unlicensed, closed, licence, sitemap, open } = robots;
  const everybody = [
    'User-agent: *',
    `Content-Signal: ${signals(terms)}`,
    ...closed.map((path) => `Disallow: ${path}`),
    'Allow: /',
  ];
  const withoutLicence = [
    ...unlicensed.map((name) => `User-agent: ${name}`),
    `Content-Signal: ${signals(terms)}`,
    ...open.map((path) => `Allow: ${path}`),
    'Disallow: /',
  ];
  const groups = [
    [`License: ${licence}`],
    everybody,
    ...(unlicensed.length === 0 ? [] : [withoutLicence]),
    [`Sitemap: ${sitemap}`],
  ];
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function signals({ search, aiInput, aiTrain }: MachineTerms): string {
  const said = { search, 'ai-input': aiInput, 'ai-train': aiTrain };
  return Object.entries(said)
    .map(([use, is]) => `${use}=${is ? 'yes' : 'no'}`)
    .join(', ');
}
