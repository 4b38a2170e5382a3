import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PublicationError, loadPublication } from './load-publication.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-publication-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const least = { name: 'The Gull', helpEmail: 'help@gull.test' };

function written(publication: unknown): ReturnType<typeof loadPublication> {
  const text = typeof publication === 'string' ? publication : JSON.stringify(publication);
  writeFileSync(join(folder, 'publication.json'), text);
  return loadPublication(folder);
}

/** What a publisher is told, without the name of the file before each line. */
function complaintsAbout(publication: unknown): string[] {
  try {
    written(publication);
  } catch (error) {
    if (!(error instanceof PublicationError)) throw error;
    return error.complaints.map((line) => line.replace(`${folder}/publication.json: `, ''));
  }
  return [];
}

describe('a publisher who writes her publication.json', () => {
  it('needs a name and an address for questions, and no more', () => {
    expect(written(least)).toMatchObject({ ...least, language: 'en', timeZone: 'UTC', footer: [] });
  });

  it('may change name, logo, colours, fonts and navigation', () => {
    for (const file of ['logo.svg', 'icon.png']) writeFileSync(join(folder, file), '');
    const whole = {
      ...least,
      motto: 'All that flies',
      logo: { file: 'logo.svg', width: 240, height: 48 },
      icon: 'icon.png',
      navigation: [{ label: 'Harbour', href: '/sections/harbour' }],
      footer: [{ label: 'Imprint', href: 'https://gull.test/imprint' }],
      colours: { light: { accent: '#005a3c' }, dark: { accent: '#7fd4b0' } },
      fonts: { text: "'Source Serif', Georgia, serif" },
    };
    expect(written(whole)).toMatchObject(whole);
  });

  it('hears of everything that is wrong at once, with its place', () => {
    const wrong = {
      motto: 7,
      helpEmail: 'nobody',
      timeZone: 'Mars/Olympus',
      logo: { file: '../secret.svg', width: 10, height: 10 },
      navigation: [{ label: 'Away', href: 'javascript:alert(1)' }],
      colours: { light: { accent: 'red' } },
      fonts: { text: 'x;} body{display:none' },
      colour: '#fff',
    };
    expect(complaintsAbout(wrong).map((line) => line.split(' ')[0])).toEqual([
      'colour',
      'name',
      'motto',
      'timeZone',
      'helpEmail',
      'logo.file',
      'navigation.0.href',
      'colours.light.accent',
      'fonts.text',
    ]);
  });

  it.each([
    ['that is no JSON', '{', 'is not JSON'],
    ['that holds a list', [], 'must hold an object'],
  ])('is told so of a file %s', (_, publication, says) => {
    expect(complaintsAbout(publication)).toEqual([expect.stringContaining(says)]);
  });

  it('is told where the file should be', () => {
    expect(() => loadPublication(folder)).toThrow(/publication\.json cannot be read/);
  });

  it('is told of a logo and an icon that are not there', () => {
    const logo = { file: 'logo.svg', width: 240, height: 48 };
    expect(complaintsAbout({ ...least, logo, icon: 'icon.png' })).toEqual([
      'logo.file must name a file of the folder; there is no logo.svg',
      'icon must name a file of the folder; there is no icon.png',
    ]);
  });

  it('cannot choose a language that there are no words in', () => {
    expect(complaintsAbout({ ...least, language: 'tlh' })).toEqual([
      expect.stringContaining('language must be one that Broadsheet speaks: en, de'),
    ]);
  });

  it('cannot choose colours that tired eyes cannot read', () => {
    const pale = { ...least, colours: { light: { ink: '#cccccc' } } };
    expect(complaintsAbout(pale)).toEqual([
      'colours.light: ink on paper has a contrast of 1.55, at least 4.5',
      'colours.light: ink on tint has a contrast of 1.40, at least 4.5',
    ]);
  });
});
