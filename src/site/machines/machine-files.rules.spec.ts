import { describe, expect, it } from 'vitest';
import { all, readXml, textOf } from '../../../test/support/xml.js';
import { licenceFile } from './licence-file.rules.js';
import { machineTerms } from './machine-terms.rules.js';
import { robotsFile } from './robots.rules.js';

const licensor = { name: 'The & Sheet', url: 'https://town.test', email: 'rights@town.test' };
const freeUses = (aiCrawlers: 'allowed' | 'licensed'): (string | undefined)[] =>
  all(readXml(licenceFile(machineTerms(aiCrawlers), licensor)), 'license')
    .filter((licence) => all(licence, 'payment')[0]?.attributes['type'] === 'free')
    .map((licence) => textOf(licence, 'permits'));

describe('The licence file', () => {
  it('gives search away always, answers where AI crawlers are welcome, and training never', () => {
    expect(freeUses('allowed')).toEqual(['search', 'ai-index', 'ai-input']);
    expect(freeUses('licensed')).toEqual(['search']);
  });

  it('is RSL, and says whom to ask for the rest', () => {
    const licence = readXml(licenceFile(machineTerms('licensed'), licensor));
    expect(licence).toMatchObject({
      name: 'rsl',
      attributes: { xmlns: 'https://rslstandard.org/rsl' },
    });
    expect(all(licence, 'content')[0]?.attributes['url']).toBe('https://town.test/');
    expect(all(licence, 'custom').map(({ text }) => text)).toEqual(
      Array(3).fill('mailto:rights@town.test'),
    );
    expect(all(licence, 'copyright')[0]).toMatchObject({
      text: 'The & Sheet',
      attributes: { contactEmail: 'rights@town.test' },
    });
  });
});

describe('robots.txt', () => {
  const robots = {
    terms: machineTerms('licensed'),
    unlicensed: ['GPTBot', 'ClaudeBot'],
    closed: ['/api/', '/account'],
    licence: 'https://town.test/license.xml',
    sitemap: 'https://town.test/sitemap.xml',
    open: ['/license.xml'],
  };

  it('asks the unlicensed to stay away, and leaves them the way to the terms', () => {
    expect(robotsFile(robots)).toBe(
      `License: https://town.test/license.xml

User-agent: *
Content-Signal: search=yes, ai-input=no, ai-train=no
Disallow: /api/
Disallow: /account
Allow: /

User-agent: GPTBot
User-agent: ClaudeBot
Content-Signal: search=yes, ai-input=no, ai-train=no
Allow: /license.xml
Disallow: /

Sitemap: https://town.test/sitemap.xml
`,
    );
  });

  it('has one group for everybody where all are welcome', () => {
    const text = robotsFile({ ...robots, terms: machineTerms('allowed'), unlicensed: [] });
    expect(text.match(/User-agent/g)).toHaveLength(1);
    expect(text).toContain('Content-Signal: search=yes, ai-input=yes, ai-train=no');
  });
});
