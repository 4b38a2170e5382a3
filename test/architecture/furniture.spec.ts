import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import table from '../../architecture/floors.json' with { type: 'json' };
import { classesOf, everyPath, parse, sourcePaths, textOf } from './source-files.js';

const { limits } = table;

/** What each law finds wrong with a file, as sentences; nothing for a file that keeps it. */
const laws = {
  'is at most 300 lines long': (path: string, text: string) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > limits.linesInAFile ? [`${path} has ${lines} lines`] : [];
  },

  'opens with a sentence on what it is for': (path: string, text: string) => {
    const opening = path.startsWith('simulator/')
      ? /^(\/\*\*|\/\/) \S|^\/\*\*\n \* \S/
      : /^(#!.*\n)?\/\*\* ?\S|^\/\*\*\n \* \S/;
    return opening.test(text) ? [] : [`${path} does not say what it is for`];
  },

  'asks for at most five things in a constructor': (path: string, text: string) =>
    classesOf(parse(path, text)).flatMap((each) => {
      const count = each.members.find(ts.isConstructorDeclaration)?.parameters.length ?? 0;
      return count > limits.constructorParameters
        ? [`${path}: ${each.name?.text} is constructed from ${count} things`]
        : [];
    }),

  'has at most seven public methods a class': (path: string, text: string) =>
    classesOf(parse(path, text)).flatMap((each) => {
      const count = each.members.filter(isPublicMethod).length;
      return count > limits.publicMethods
        ? [`${path}: ${each.name?.text} has ${count} public methods`]
        : [];
    }),

  'inherits from no base of everything': (path: string, text: string) =>
    classesOf(parse(path, text)).flatMap((each) =>
      /^Base[A-Z]/.test(each.name?.text ?? '')
        ? [`${path}: ${each.name?.text} is a base class`]
        : [],
    ),

  'closes no circle with forwardRef': (path: string, text: string) =>
    /\bforwardRef\b/.test(text) ? [`${path} uses forwardRef`] : [],

  'leaves nothing for later': (path: string, text: string) =>
    /\b(TODO|FIXME|XXX)\b/.test(text) ? [`${path} leaves something for later`] : [],
};

function isPublicMethod(member: ts.ClassElement): boolean {
  if (!ts.isMethodDeclaration(member) || ts.isPrivateIdentifier(member.name)) return false;
  const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword];
  return !member.modifiers?.some(({ kind }) => hidden.includes(kind));
}

/** A path whose name says that it holds anything at all, or that it hides where things are. */
function isNamedForNothing(path: string): boolean {
  const names = path.split('/');
  return (
    names.some((name) => /^(common|utils?|helpers?|shared|lib|misc)(\.|$)/.test(name)) ||
    /^src\/(.*\/)?index\.tsx?$/.test(path)
  );
}

describe('Every source file', () => {
  it.each(Object.entries(laws))('%s', (_, findFaults) => {
    expect(sourcePaths().flatMap((path) => findFaults(path, textOf(path)))).toEqual([]);
  });

  it('is named for what it holds: no barrel, no common/, no utils/', () => {
    expect(everyPath().filter(isNamedForNothing)).toEqual([]);
  });
});

describe('Somebody who breaks a law is told', () => {
  const methods = (count: number) =>
    Array.from({ length: count }, (_, number) => `  step${number}(): void {}\n`).join('');
  const parameters = (count: number) =>
    Array.from({ length: count }, (_, number) => `private readonly part${number}: Part`).join(', ');

  const planted: [keyof typeof laws, broken: string, kept: string][] = [
    ['is at most 300 lines long', 'x;\n'.repeat(301), 'x;\n'.repeat(300)],
    ['opens with a sentence on what it is for', 'export {};\n', '/** Holds. */\nexport {};\n'],
    [
      'asks for at most five things in a constructor',
      `class Desk { constructor(${parameters(6)}) {} }`,
      `class Desk { constructor(${parameters(5)}) {} }`,
    ],
    [
      'has at most seven public methods a class',
      `class Desk {\n${methods(8)}}`,
      `class Desk {\n${methods(7)}  private own(): void {}\n  #own(): void {}\n}`,
    ],
    ['inherits from no base of everything', 'class BaseService {}', 'class DatabaseService {}'],
    ['closes no circle with forwardRef', 'forwardRef(() => Desk)', 'forward(() => Desk)'],
    ['leaves nothing for later', `// ${'TO'}DO: the rest`, '// What is to do is done.'],
  ];

  it.each(planted)('that a file %s', (law, broken, kept) => {
    expect(laws[law]('src/articles/planted.ts', broken)).toHaveLength(1);
    expect(laws[law]('src/articles/planted.ts', kept)).toEqual([]);
  });

  it.each([
    'src/articles/index.ts',
    'src/common/money.ts',
    'src/site/utils/format.ts',
    'src/users/utils.ts',
    'simulator/src/helpers/clock.ts',
  ])('that %s is named for nothing', (path) => {
    expect(isNamedForNothing(path)).toBe(true);
    expect(isNamedForNothing('src/articles/article.ts')).toBe(false);
  });
});
