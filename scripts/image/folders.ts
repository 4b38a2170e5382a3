/** Does a Dockerfile's steps in plain folders, one for each stage. */
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Stage, copyOf, lastOf } from './dockerfile.js';

/** What .dockerignore keeps out of the sources, too. */
const ignored = /(^|\/)(node_modules|dist|generated|\.data)$|\.env/;

/** @returns the folder of the last stage */
export async function buildInFolders(
  stages: readonly Stage[],
  root: string,
  place: string,
): Promise<string> {
  for (const stage of stages) await build(stage, root, place);
  const folder = folderOf(place, '');
  // As COPY leaves it: its maker's, and readable by everybody.
  await chmod(place, 0o755);
  run('chmod', ['-R', 'a+rX,go-w', folder], place);
  return folder;
}

const folderOf = (place: string, stage: string): string => join(place, stage || 'image');

async function build(stage: Stage, root: string, place: string): Promise<void> {
  const folder = folderOf(place, stage.name);
  await mkdir(folder);
  for (const { word, text } of stage.steps) {
    if (word === 'COPY') await copy(text, stage, root, place);
    if (word === 'RUN') {
      console.log(`${stage.name}: ${text}`);
      run('sh', ['-c', text], folder);
    }
  }
}

async function copy(text: string, stage: Stage, root: string, place: string): Promise<void> {
  const { from, sources, target } = copyOf(text);
  const folder = folderOf(place, stage.name);
  for (const source of sources) {
    const path =
      from === undefined
        ? join(root, source)
        : join(folderOf(place, from), source.replace(lastOf(stage, 'WORKDIR'), ''));
    const into = target.endsWith('/') ? join(target, basename(path)) : target;
    await cp(path, join(folder, into), {
      recursive: true,
      filter: (found) => from !== undefined || !ignored.test(found.slice(root.length)),
    });
  }
}

/** @returns what it printed */
export function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}
