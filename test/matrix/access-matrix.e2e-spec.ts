/** Everybody knocks at every door, and is let in or not as the access matrix says: over HTTP, nothing left out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonKind, people } from '../../architecture/access-patterns.js';
import { type Row, matrixRows } from '../architecture/matrix-rows.js';
import { servedRoutes } from '../leaks/served-routes.js';
import { type Door, askAt, differencesOf, outcomeOf } from './asking.js';
import { Fillings, isOwned, sessionEnds, takesAway } from './fillings.js';
import {
  type MatrixTown,
  type Resident,
  hiddenStories,
  returned,
  startMatrixTown,
} from './matrix-town.js';

let place: MatrixTown;
let fillings: Fillings;

beforeAll(async () => {
  place = await startMatrixTown();
  fillings = new Fillings(place);
});

afterAll(() => place.close());

/** So many knock at the same time. */
const abreast = 12;

const isRead = ({ method }: Row): boolean => method === 'GET';
const isDeletion = ({ method, route }: Row): boolean => method === 'DELETE' || takesAway.has(route);
/** Whoever asks these has signed in for that alone. */
const endsSessions = ({ route }: Row): boolean => sessionEnds.has(route);

describe('The matrix', () => {
  it('has a row for every route that is served, and none for any other', () => {
    const anonymous = (route: string): string => route.replaceAll(/:\w+/g, ':');
    const served = servedRoutes(place.town.app.getHttpAdapter().getInstance())
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, address }) => anonymous(`${method} ${address}`));
    const rows = matrixRows.map(({ route }) => anonymous(route));
    expect(served.filter((route) => !rows.includes(route))).toEqual([]);
    expect(rows.filter((route) => !served.includes(route))).toEqual([]);
  });
});

describe('Everybody', () => {
  it('reads what the matrix lets her read, and nothing else', async () => {
    expect(await faultsAmong(matrixRows.filter(isRead))).toEqual([]);
  });

  it('hears with HEAD what she hears with GET', async () => {
    const hears = async (row: Row, _person: PersonKind, as: Resident | null): Promise<string[]> => {
      const target = await fillings.of(row.address, as?.id ?? place.neighbour.id);
      const heard = await askAt(place, { ...row, method: 'HEAD' }, target, as);
      const read = await askAt(place, row, target, as);
      if (heard.status === read.status && heard.body === '') return [];
      return [`HEAD: ${heard.status}, not ${read.status}`];
    };
    const some = ['stranger', 'member', 'admin'] as const;
    expect(await atEvery(matrixRows.filter(isRead), hears, some)).toEqual([]);
  });

  it('finds nothing where something is that nobody is to know of', async () => {
    const doors = [
      { method: 'GET', address: '/api/v1/articles/:slug' },
      { method: 'POST', address: '/api/v1/articles/:slug/gifts' },
      { method: 'GET', address: '/api/v1/access/check?article=:slug' },
      { method: 'GET', address: '/articles/:slug' },
      { method: 'POST', address: '/articles/:slug/gift' },
    ];
    const faults = await Promise.all(
      doors.flatMap((door) =>
        hiddenStories.flatMap((slug) =>
          people.map(async (person) => {
            const as = residentOf(person);
            const hidden = door.address.replace(':slug', slug);
            const nobodys = door.address.replace(':slug', slug.replace('hidden', 'nobody'));
            const found = await askAt(place, door, hidden, as);
            const missing = await askAt(place, door, nobodys, as);
            // A page to sign in at says where it leads back to.
            if (found.status === 303) return found.status === missing.status ? [] : [hidden];
            return differencesOf(found, missing).map((line) => `${hidden} as ${person}: ${line}`);
          }),
        ),
      ),
    );
    expect(faults.flat()).toEqual([]);
  });

  it('writes where the matrix lets her write, and nowhere else', async () => {
    const writes = matrixRows.filter((row) => !isRead(row) && !isDeletion(row));
    expect(await faultsAmong(writes.filter((row) => !endsSessions(row)))).toEqual([]);
  });

  it('takes away what the matrix lets her take away, and nothing else', async () => {
    const deletions = matrixRows.filter((row) => isDeletion(row) && !endsSessions(row));
    // What lies in something else first.
    const inOrder = deletions.toSorted((one, other) => other.address.length - one.address.length);
    for (const row of inOrder) expect(await faultsAmong([row])).toEqual([]);
  });

  it('leaves as the matrix lets her leave', async () => {
    for (const row of matrixRows.filter(endsSessions)) expect(await faultsAmong([row])).toEqual([]);
  });
});

/** Asks each row as everybody. @returns what was not as the matrix says */
function faultsAmong(rows: readonly Row[]): Promise<string[]> {
  return atEvery(rows, async (row, person, usual) => {
    const isLeaving = endsSessions(row) && usual !== null && person !== 'banned';
    const as = isLeaving ? await returned(place.town, usual) : usual;
    const target = await fillings.of(row.address, as?.id ?? place.neighbour.id);
    const declared = row.outcomes[person];
    const answer = await askAt(place, row, target, as);
    const outcome = outcomeOf(row, answer);
    const fault =
      outcome === (declared === 'own' ? 'in' : String(declared))
        ? []
        : [`${outcome}, not ${declared}: ${answer.status} ${answer.body.slice(0, 300)}`];
    if (declared === 'own') return [...fault, ...(await faultsWithOthers(row, target, as))];
    const isClosed = declared === 401 || declared === 403 || declared === 404;
    return isClosed ? [...fault, ...(await tellsApart(row, target, as))] : fault;
  });
}

/** What is somebody else's is not there. */
async function faultsWithOthers(row: Row, hers: string, as: Resident | null): Promise<string[]> {
  if (!isOwned(row.address)) return ['say in test/matrix/fillings.ts whose is what'];
  const others = await fillings.of(row.address, place.neighbour.id);
  const { status, body } = await askAt(place, row, others, as);
  if (others === hers) return ['she has none of it: furnish test/matrix/matrix-town.ts'];
  if (status !== 404) return [`the neighbour’s is ${status}, not 404: ${body.slice(0, 300)}`];
  return tellsApart(row, others, as);
}

/** What exists and is not for her must look like what does not exist. */
async function tellsApart(row: Door, target: string, as: Resident | null): Promise<string[]> {
  const nowhere = fillings.nobodys(row.address, target);
  // What has a slug here is published: that it is there is no secret.
  if (nowhere === target || row.address.includes(':slug')) return [];
  const found = await askAt(place, row, target, as);
  const missing = await askAt(place, row, nowhere, as);
  return differencesOf(found, missing).map((line) => `what exists shows: ${line}`);
}

const residentOf = (person: PersonKind): Resident | null =>
  person === 'stranger' ? null : place.residents[person];

async function atEvery(
  rows: readonly Row[],
  knock: (row: Row, person: PersonKind, as: Resident | null) => Promise<string[]>,
  whoever: readonly PersonKind[] = people,
): Promise<string[]> {
  const waiting = rows.flatMap((row) => whoever.map((person) => ({ row, person })));
  const faults: string[] = [];
  const walk = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { row, person } = next;
      const found = await knock(row, person, residentOf(person));
      faults.push(...found.map((fault) => `${row.route} as ${person}: ${fault}`));
    }
  };
  await Promise.all(Array.from({ length: abreast }, walk));
  return faults;
}
