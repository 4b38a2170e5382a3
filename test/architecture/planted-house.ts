/** Builds the house of the planted files, under the laws of this one, and asks the tools what they find in it. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { packages, planted } from './planted-files.js';
import { root } from './source-files.js';

const manifest = {
  name: 'planted',
  type: 'module',
  dependencies: Object.fromEntries(
    packages.filter((name) => name !== 'undeclared').map((name) => [name, '*']),
  ),
};

const laws = ['.oxlintrc.json', '.dependency-cruiser.mjs', 'architecture', 'tsconfig.json'];

export interface PlantedHouse {
  /** `rule: from → to` of each broken dependency rule. */
  dependencies: string[];
  /** `rule: file` of each finding of the linter. */
  findings: string[];
}

export async function inspectPlantedHouse(): Promise<PlantedHouse> {
  const house = await mkdtemp(join(tmpdir(), 'broadsheet-planted-'));
  try {
    await build(house);
    const [dependencies, findings] = await Promise.all([cruise(house), lint(house)]);
    return { dependencies, findings };
  } finally {
    await rm(house, { recursive: true, force: true });
  }
}

async function build(house: string): Promise<void> {
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(house, path)), { recursive: true });
    await writeFile(join(house, path), text);
  };
  for (const path of laws) await cp(join(root, path), join(house, path), { recursive: true });
  for (const [path, text] of Object.entries(planted)) await write(path, `${text}\n`);
  await write('package.json', JSON.stringify(manifest));
  for (const name of packages) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    await write(`node_modules/${name}/index.js`, 'module.exports = 1;\n');
  }
  await symlink(join(root, 'node_modules/@types'), join(house, 'node_modules/@types'), 'dir');
}

/** The linter looks for its type-aware half beside itself or on the path. */
const withOurTools = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);

/** What a tool prints, whether or not it found something. */
function run(house: string, tool: string, parameters: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'node_modules', tool), ...parameters],
      { cwd: house, env: { ...process.env, PATH: withOurTools }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (stdout.startsWith('{')) resolve(stdout);
        else reject(new Error(`${tool} did not answer: ${stdout}${stderr}`, { cause: error }));
      },
    );
  });
}

async function cruise(house: string): Promise<string[]> {
  const printed = await run(house, 'dependency-cruiser/bin/dependency-cruise.mjs', [
    ...['src', 'scripts', 'simulator', 'test'],
    ...['--output-type', 'json'],
  ]);
  const { summary } = JSON.parse(printed) as {
    summary: { violations: { from: string; to: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

async function lint(house: string): Promise<string[]> {
  const printed = await run(house, 'oxlint/bin/oxlint', ['--format', 'json']);
  const { diagnostics } = JSON.parse(printed) as {
    diagnostics: { code: string; filename: string }[];
  };
  return diagnostics.map(({ code, filename }) => `${code}: ${filename}`);
}
