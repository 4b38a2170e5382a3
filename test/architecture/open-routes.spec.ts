import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { classesOf, decoratorsOf, parse, sourcePaths } from './source-files.js';

const verbs = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All'];
const words = ['Public', 'OptionalSession', 'RequiresPermission'];

/** What belongs to the one who is signed in lies under these addresses, and needs no word: a session is demanded. */
const onesOwn = [
  /^api\/v1\/me(\/|$)/,
  /^api\/v1\/billing\/(checkout|portal)-sessions(\/|$)/,
  /^api\/v1\/articles\/:slug\/gifts$/,
  /^api\/v1\/auth\/logout$/,
];

interface Route {
  where: string;
  /** Its verb and address, like `GET api/v1/plans`. */
  route: string;
  address: string;
  /** The words of access that apply to it: its own, or else its controller's. */
  access: string[];
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
      const address = [prefix, own.get(verb)].filter((part) => part).join('/');
      const said = (decorators: Map<string, string>) =>
        words.filter((word) => decorators.has(word));
      return {
        where: `${file.fileName}: ${handler.name.getText()}`,
        route: `${verb.toUpperCase()} ${address}`,
        address,
        access: said(own).length > 0 ? said(own) : said(ofClass),
      };
    });
  });
}

/** Why this route's door is not clearly marked; nothing when it is. */
function faultsOf({ where, route, address, access }: Route): string[] {
  const isStaffs = where.startsWith('src/admin/') || address.startsWith('api/v1/admin');
  if (access.length > 1) return [`${where} (${route}) says ${access.join(' and ')}`];
  if (isStaffs && access[0] !== 'RequiresPermission') {
    return [`${where} (${route}) is a staff route that names no permission`];
  }
  if (access.length === 0 && !onesOwn.some((each) => each.test(address))) {
    return [`${where} (${route}) does not say who may come in`];
  }
  return [];
}

const allRoutes = sourcePaths()
  .filter((path) => path.startsWith('src/'))
  .flatMap((path) => routesOf(parse(path)));

describe('Whoever knocks at a route', () => {
  it('finds every door marked: open, open to some, staff only, or one’s own', () => {
    expect(allRoutes.length).toBeGreaterThan(20);
    expect(allRoutes.flatMap(faultsOf)).toEqual([]);
  });

  it('finds no two doors at one address', () => {
    const addresses = allRoutes.map(({ route }) => route.replaceAll(/:\w+/g, ':'));
    expect(addresses.filter((route, at) => addresses.indexOf(route) !== at)).toEqual([]);
  });
});

describe('Somebody who forgets to mark a door is told', () => {
  const faultsIn = (path: string, text: string) => routesOf(parse(path, text)).flatMap(faultsOf);

  it('when a route says nothing', () => {
    const text = `@Controller('api/v1/plans') class C { @Get(':id') read() {} }`;
    expect(faultsIn('src/plans/planted.controller.ts', text)).toEqual([
      'src/plans/planted.controller.ts: read (GET api/v1/plans/:id) does not say who may come in',
    ]);
  });

  it('when a staff route is public, or merely needs a session', () => {
    const text = `@Controller('api/v1/admin/plans') class C { @Get() a() {} @Public() @Post() b() {} }`;
    expect(faultsIn('src/admin/planted.controller.ts', text)).toHaveLength(2);
    expect(faultsIn('src/plans/planted.controller.ts', text)).toHaveLength(2);
  });

  it('when a controller in the admin room sits at another address', () => {
    const text = `@Controller('api/v1/me/plans') class C { @Get() a() {} }`;
    expect(faultsIn('src/admin/planted.controller.ts', text)).toHaveLength(1);
  });

  it('when a route says two things', () => {
    const text = `@Controller('x') class C { @Public() @RequiresPermission('plans.manage') @Get() a() {} }`;
    expect(faultsIn('src/plans/planted.controller.ts', text)).toHaveLength(1);
  });

  it('and not when a door is marked on the controller', () => {
    const text = `@RequiresPermission('plans.manage') @Controller('api/v1/admin/plans') class C { @Get() a() {} }`;
    expect(faultsIn('src/admin/planted.controller.ts', text)).toEqual([]);
  });

  it('and not when what is read is one’s own', () => {
    const text = `@Controller('api/v1/me') class C { @Get() a() {} @Get('invoices') b() {} }`;
    expect(faultsIn('src/account/planted.controller.ts', text)).toEqual([]);
  });
});
