/** Every route of the code says who may come in, and says the same as the access matrix. */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { DoorName } from '../../architecture/access-patterns.js';
import { type Permission, can } from '../../src/users/staff/permissions.rules.js';
import { matrixRows } from './matrix-rows.js';
import { classesOf, decoratorsOf, parse, sourcePaths } from './source-files.js';

const verbs = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All'];
const words = ['Public', 'OptionalSession', 'DemandsCookie', 'RequiresPermission'] as const;
type Word = (typeof words)[number];

interface Route {
  where: string;
  /** Its verb and address, like `GET /api/v1/plans`. */
  route: string;
  /** The words of access that apply to it: its own, or else its controller's; with what they say. */
  access: [word: Word, argument: string][];
}

function routesOf(file: ts.SourceFile): Route[] {
  return classesOf(file).flatMap((controller) => {
    const ofClass = decoratorsOf(controller);
    const prefix = ofClass.get('Controller');
    if (prefix === undefined) return [];
    return controller.members.filter(ts.isMethodDeclaration).flatMap((handler) => {
      const own = decoratorsOf(handler);
      const verb = verbs.find((each) => own.has(each));
      if (verb === undefined) return [];
      const said = (decorators: Map<string, string>) =>
        words.flatMap((word): Route['access'] => {
          const argument = decorators.get(word);
          return argument === undefined ? [] : [[word, argument]];
        });
      const address = [prefix, own.get(verb)].filter((part) => part).join('/');
      return {
        where: `${file.fileName}: ${handler.name.getText()}`,
        route: `${verb.toUpperCase()} /${address}`,
        access: said(own).length > 0 ? said(own) : said(ofClass),
      };
    });
  });
}

/** The doors of the matrix that a route can be behind which says this. */
function doorsFor(route: string, [word, argument]: Route['access'][number] | []): DoorName[] {
  if (word === undefined) return ['signedIn', 'membersOnly', 'owner'];
  if (word === 'OptionalSession') return ['optionalSession', 'membersText'];
  if (word === 'DemandsCookie') return ['browser'];
  if (word === 'RequiresPermission') {
    const permission = argument as Permission;
    if (can(['author'], permission)) return ['desk', 'ownArticles'];
    return can(['editor'], permission) ? ['editors'] : ['admins'];
  }
  const isOfProgram = route.includes(' /api/');
  return isOfProgram
    ? ['everybody']
    : ['everybody', 'membersPage', 'signedInPage', 'membersOnlyPage', 'ownerPage'];
}

type Matrix = readonly { route: string; door: DoorName }[];

/** Why this route's door is not clearly marked; nothing when it is. */
function faultsOf({ where, route, access }: Route, matrix: Matrix): string[] {
  const isConsole = where.startsWith('src/admin/console/');
  const isStaffs =
    (where.startsWith('src/admin/') && !isConsole) || route.includes(' /api/v1/admin');
  const named = `${where} (${route})`;
  if (access.length > 1) return [`${named} says ${access.map(([word]) => word).join(' and ')}`];
  if (isStaffs && access[0]?.[0] !== 'RequiresPermission') {
    return [`${named} is a staff route that names no permission`];
  }
  const row = matrix.find((each) => each.route === route);
  if (row === undefined) return [`${named} has no row in architecture/access-matrix.ts`];
  const fitting = doorsFor(route, access[0] ?? []);
  if (fitting.includes(row.door)) return [];
  return [`${named} is built as ${fitting.join(' or ')}, its row says ${row.door}`];
}

const allRoutes = sourcePaths()
  .filter((path) => path.startsWith('src/'))
  .flatMap((path) => routesOf(parse(path)));

describe('Whoever knocks at a route', () => {
  it('finds every door marked, as the matrix says it', () => {
    expect(allRoutes.length).toBeGreaterThan(100);
    expect(allRoutes.flatMap((route) => faultsOf(route, matrixRows))).toEqual([]);
  });

  it('finds no two doors at one address', () => {
    const addresses = allRoutes.map(({ route }) => route.replaceAll(/:\w+/g, ':'));
    expect(addresses.filter((route, at) => addresses.indexOf(route) !== at)).toEqual([]);
    const rows = matrixRows.map(({ route }) => route);
    expect(rows.filter((route, at) => rows.indexOf(route) !== at)).toEqual([]);
  });
});

describe('Somebody who forgets to mark a door is told', () => {
  const faultsIn = (path: string, text: string, ...matrix: Matrix) =>
    routesOf(parse(path, text)).flatMap((route) => faultsOf(route, matrix));

  it('when a route says nothing, and the matrix neither', () => {
    const text = `@Controller('api/v1/plans') class C { @Get(':id') read() {} }`;
    expect(faultsIn('src/plans/planted.controller.ts', text)).toEqual([
      'src/plans/planted.controller.ts: read (GET /api/v1/plans/:id) has no row in architecture/access-matrix.ts',
    ]);
  });

  it('when a route says less, or more, than the matrix', () => {
    const row = { route: 'GET /api/v1/plans', door: 'everybody' } as const;
    const closed = `@Controller('api/v1/plans') class C { @Get() read() {} }`;
    expect(faultsIn('src/plans/planted.controller.ts', closed, row)).toEqual([
      'src/plans/planted.controller.ts: read (GET /api/v1/plans) is built as signedIn or membersOnly or owner, its row says everybody',
    ]);
    const open = `@Public() ${closed}`;
    expect(faultsIn('src/plans/planted.controller.ts', open, row)).toEqual([]);
    expect(
      faultsIn('src/plans/planted.controller.ts', open, { ...row, door: 'signedIn' }),
    ).toHaveLength(1);
  });

  it('when a page of the API sends people to the sign-in', () => {
    const row = { route: 'GET /api/v1/x', door: 'signedInPage' } as const;
    const text = `@Public() @Controller('api/v1/x') class C { @Get() read() {} }`;
    expect(faultsIn('src/plans/planted.controller.ts', text, row)).toHaveLength(1);
  });

  it('when a staff route is public, or merely needs a session', () => {
    const text = `@Controller('api/v1/admin/plans') class C { @Get() a() {} @Public() @Post() b() {} }`;
    expect(faultsIn('src/admin/planted.controller.ts', text)).toHaveLength(2);
    expect(faultsIn('src/plans/planted.controller.ts', text)).toHaveLength(2);
  });

  it('when a staff route lets in a lower role than the matrix says', () => {
    const row = { route: 'GET /api/v1/admin/plans', door: 'admins' } as const;
    const saying = (permission: string) =>
      `@RequiresPermission('${permission}') @Controller('api/v1/admin/plans') class C { @Get() a() {} }`;
    expect(faultsIn('src/admin/planted.controller.ts', saying('articles.write'), row)).toHaveLength(
      1,
    );
    expect(faultsIn('src/admin/planted.controller.ts', saying('plans.manage'), row)).toEqual([]);
  });

  it('when a controller in the admin room sits at another address', () => {
    const text = `@Controller('api/v1/me/plans') class C { @Get() a() {} }`;
    expect(faultsIn('src/admin/planted.controller.ts', text)).toHaveLength(1);
  });

  it('when a route says two things', () => {
    const text = `@Controller('x') class C { @Public() @RequiresPermission('plans.manage') @Get() a() {} }`;
    expect(faultsIn('src/plans/planted.controller.ts', text)).toHaveLength(1);
  });
});
