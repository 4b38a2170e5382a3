/** A file of members that is taken in, as the API tells of it. */

export interface MemberImport {
  id: string;
  status: 'waiting' | 'running' | 'done' | 'failed';
  /** Nothing was done: the numbers say what would become of each line. */
  dryRun: boolean;
  total: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  startedById: string;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
}

/** Lines of which is known what became of them. */
export const settledOf = ({ created, changed, unchanged, refused }: MemberImport): number =>
  created + changed + unchanged + refused;

export const hasEnded = ({ status }: MemberImport): boolean =>
  status === 'done' || status === 'failed';
