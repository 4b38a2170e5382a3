/** Reads the repository's own source files for the tests of its structure. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

export const root = join(import.meta.dirname, '../..');

/** Where our own code lies; tests are counted apart. */
const homes = ['src', 'scripts', 'prisma', 'simulator/src', 'console/src'];

/** Made by tools, or not code. */
const skipped = ['src/platform/database/generated', 'prisma/schema', 'prisma/migrations'];

/** Every path below a folder, from the repository's root, with forward slashes. */
function pathsBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !skipped.some((each) => path === each || path.startsWith(`${each}/`)));
}

const isSource = (path: string): boolean => /\.(tsx?|mjs)$/.test(path);
const isSpec = (path: string): boolean => /\.spec\.tsx?$/.test(path);

/** The files that run, tests not among them. */
export function sourcePaths(): string[] {
  return homes.flatMap(pathsBelow).filter((path) => isSource(path) && !isSpec(path));
}

/** The names of all folders and files in which our code lies. */
export function everyPath(): string[] {
  return [...homes, 'test', 'architecture'].flatMap(pathsBelow);
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Files are parsed once, however many laws look at them. */
const parsed = new Map<string, ts.SourceFile>();

export function parse(path: string, text = textOf(path)): ts.SourceFile {
  const known = parsed.get(path);
  if (known?.text === text) return known;
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  parsed.set(path, file);
  return file;
}

/** Every class declared anywhere in a file. */
export function classesOf(file: ts.SourceFile): ts.ClassLikeDeclaration[] {
  const found: ts.ClassLikeDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The decorators of a class or method, by name, with the text of their first argument. */
export function decoratorsOf(node: ts.Node): Map<string, string> {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  return new Map(
    decorators.flatMap(({ expression }) =>
      ts.isCallExpression(expression)
        ? [[expression.expression.getText(), firstArgument(expression)] as const]
        : [],
    ),
  );
}

function firstArgument(call: ts.CallExpression): string {
  const [argument] = call.arguments;
  if (argument === undefined) return '';
  return ts.isStringLiteralLike(argument) ? argument.text : argument.getText();
}
