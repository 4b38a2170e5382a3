import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Config } from '../../src/platform/config/config.js';
import { configVariables, loadConfig } from '../../src/platform/config/load-config.js';
import { sourcePaths, textOf } from './source-files.js';

/** A setting's line: commented out, a name, an example of a value, a word on what it does. */
const settingLine = /^# ([A-Z][A-Z_]*)=(.+?) # (.+)$/;

const lines = textOf('.env.example').split('\n');
const settings = lines.flatMap((line) => {
  const [, name, value, meaning] = settingLine.exec(line) ?? [];
  return name && value && meaning ? [{ name, value, meaning }] : [];
});
const names = settings.map(({ name }) => name);

/** The file as somebody has it who has uncommented everything. */
const uncommented = parseEnv(
  lines.map((line) => (settingLine.test(line) ? line.slice(2) : line)).join('\n'),
);

/** Set for programs that a script starts, or by the system: nobody configures them. */
const notSettings = ['PATH', 'TMPDIR', 'TEMP'];

/** What scripts and the simulator's process read by themselves, before or beside Config. */
const readByScripts = sourcePaths()
  .filter((path) => /^(scripts|prisma)\/|^simulator\/src\/main\.ts$/.test(path))
  .flatMap((path) =>
    [
      ...textOf(path).matchAll(
        /(?:env(?:ironment)?\[|env\.|given\(|portFrom\()'?([A-Z][A-Z_]{2,})\b/g,
      ),
    ].map(([, name = '']) => name),
  )
  .filter((name) => !notSettings.includes(name));

describe('Somebody who reads .env.example', () => {
  it('finds every setting of the application, in the order of its schema', () => {
    expect(names.slice(0, configVariables.length)).toEqual(configVariables);
  });

  it('finds what the scripts and the simulator read, and nothing that nobody reads', () => {
    expect(readByScripts).toContain('STRIPE_SIMULATOR_PORT');
    expect(names).toEqual(expect.arrayContaining(readByScripts));
    expect([...configVariables, ...readByScripts]).toEqual(expect.arrayContaining(names));
  });

  it('finds each once, on one line that says what it is for', () => {
    expect(new Set(names).size).toBe(names.length);
    const others = lines.filter((line) => !settingLine.test(line) && line !== '');
    expect(others.filter((line) => !line.startsWith('# ') || /^# [A-Z_]+=/.test(line))).toEqual([]);
  });

  it('finds the defaults that hold', () => {
    const defaults = Object.entries({ ...new Config() });
    for (const [property, value] of defaults) {
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
        continue;
      }
      const name = property.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
      expect(`${name}=${uncommented[name]}`).toBe(`${name}=${String(value)}`);
    }
  });

  it('may uncomment every line, and the application takes it', () => {
    expect(Object.keys(uncommented).toSorted()).toEqual(names.toSorted());
    expect(loadConfig(uncommented)).toBeInstanceOf(Config);
  });

  it('sees by a star what production demands', () => {
    const starred = settings
      .filter(({ meaning }) => meaning.startsWith('* '))
      .map(({ name }) => name);
    for (const name of starred) {
      expect(() => loadConfig({ NODE_ENV: 'production' })).toThrow(`${name} is missing`);
    }
    const rest = Object.fromEntries(starred.map((name) => [name, uncommented[name]]));
    expect(loadConfig({ ...rest, NODE_ENV: 'production' }).isProduction).toBe(true);
  });
});
