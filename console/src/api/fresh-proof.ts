/** Where a call that demands a fresh proof meets the dialog that takes it. */

/** @returns whether she has shown that it is still her */
type Prover = () => Promise<boolean>;

let prover: Prover | null = null;
let asking: Promise<boolean> | null = null;

/** Called by the dialog, while it is there; answers how to take it away again. */
export function proveWith(next: Prover): () => void {
  prover = next;
  return () => {
    if (prover === next) prover = null;
  };
}

/** Calls that are refused together ask once. */
export function askForProof(): Promise<boolean> {
  asking ??= (prover?.() ?? Promise.resolve(false)).finally(() => {
    asking = null;
  });
  return asking;
}
