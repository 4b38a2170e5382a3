/** The files that were checked while the console is open: taking one in needs no choosing again. */

const inHand = new Map<string, File>();

/** @param checkId the import that only said what would become of it */
export function keepInHand(checkId: string, file: File): void {
  inHand.set(checkId, file);
}

export const fileInHand = (checkId: string): File | undefined => inHand.get(checkId);
