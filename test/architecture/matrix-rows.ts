/** The access matrix as rows: what stands in the table, one route after the other. */
import { accessMatrix } from '../../architecture/access-matrix.js';
import {
  type DoorName,
  type Outcome,
  type PersonKind,
  doors,
  people,
} from '../../architecture/access-patterns.js';

export interface Row {
  /** Like `GET /api/v1/plans`. */
  route: string;
  method: string;
  /** Like `/api/v1/articles/:slug`. */
  address: string;
  door: DoorName;
  outcomes: Record<PersonKind, Outcome>;
}

export const matrixGroups: readonly (readonly [name: string, rows: Row[]])[] = Object.entries(
  accessMatrix,
).map(([name, rows]) => [name, Object.entries(rows).map(([route, door]) => rowOf(route, door))]);

export const matrixRows: readonly Row[] = matrixGroups.flatMap(([, rows]) => rows);

function rowOf(route: string, door: DoorName): Row {
  const [method = '', address = ''] = route.split(' ');
  const cells = people.map((person, column) => [person, doors[door][column]] as const);
  return {
    route,
    method,
    address,
    door,
    outcomes: Object.fromEntries(cells) as Record<PersonKind, Outcome>,
  };
}
