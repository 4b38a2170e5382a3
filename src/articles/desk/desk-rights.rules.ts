/** Whose articles somebody at the desk may open: an author her own, an editor all of them. */

/** A member of staff at the desk. */
export interface DeskWorker {
  readonly id: string;
  readonly isEditor: boolean;
}

export function mayOpen(
  { id, isEditor }: DeskWorker,
  { createdById }: { createdById: string | null },
): boolean {
  return isEditor || createdById === id;
}
