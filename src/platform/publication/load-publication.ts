/** Reads `publication.json` of the publication's folder, and says everything that is wrong with it at once. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { type Palette, ourColours, unreadablePairs } from './colours.rules.js';
import { Publication } from './publication.js';
import { spokenIn, spokenLanguages } from './spoken-languages.js';

/** One line for each thing that is wrong. */
export class PublicationError extends Error {
  override name = 'PublicationError';

  constructor(readonly complaints: string[]) {
    super(complaints.join('\n'));
  }
}

/** @throws PublicationError */
export function loadPublication(folder: string): Publication {
  const file = join(folder, 'publication.json');
  const publication = plainToInstance(Publication, parsed(file), { exposeDefaultValues: true });
  const complaints = validateSync(publication, {
    whitelist: true,
    forbidNonWhitelisted: true,
  }).flatMap((error) => said(error));
  if (complaints.length === 0) complaints.push(...furtherComplaints(publication, folder));
  if (complaints.length > 0)
    throw new PublicationError(complaints.map((says) => `${file}: ${says}`));
  return publication;
}

export function paletteOf(publication: Publication, light: keyof typeof ourColours): Palette {
  return { ...ourColours[light], ...given(publication.colours?.[light]) };
}

/** What class-transformer makes of a key that is not there would hide ours. */
function given(colours: Partial<Palette> | undefined): Partial<Palette> {
  const entries = Object.entries(colours ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

function parsed(file: string): object {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new PublicationError([`${file} cannot be read`]);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    throw new PublicationError([`${file} is not JSON`]);
  }
  throw new PublicationError([`${file} must hold an object`]);
}

function furtherComplaints(publication: Publication, folder: string): string[] {
  const unspoken =
    spokenIn(publication.language) !== null
      ? []
      : [`language must be one that Broadsheet speaks: ${spokenLanguages.join(', ')}`];
  const unreadable = (['light', 'dark'] as const).flatMap((light) =>
    unreadablePairs(paletteOf(publication, light)).map((says) => `colours.${light}: ${says}`),
  );
  const named = { 'logo.file': publication.logo?.file, icon: publication.icon };
  const missing = Object.entries(named).flatMap(([field, name]) =>
    name === undefined || existsSync(join(folder, name))
      ? []
      : [`${field} must name a file of the folder; there is no ${name}`],
  );
  return [...unspoken, ...unreadable, ...missing];
}

function said({ property, constraints, children }: ValidationError, above = ''): string[] {
  const path = `${above}${property}`;
  const [says] = Object.values(constraints ?? {});
  const own =
    says === undefined ? [] : [`${path} ${says.replace(new RegExp(`^${property} `), '')}`];
  return [...own, ...(children ?? []).flatMap((child) => said(child, `${path}.`))];
}
