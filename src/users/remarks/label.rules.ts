/** Labels: words by which staff find members again, like `press-club`. */

export const longestLabel = 40;
export const mostLabels = 20;

const shape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** As it is kept: lower case, no spaces around it; null for what is no label. */
export function readLabel(written: string): string | null {
  const label = written.trim().toLowerCase();
  return label.length <= longestLabel && shape.test(label) ? label : null;
}

export type LabelsDecision =
  | { granted: true; labels: string[] }
  | { granted: false; denial: 'not-a-label'; written: string }
  | { granted: false; denial: 'too-many' };

/** All of a member's labels as staff write them: each once, in the order of the alphabet. */
export function readLabels(written: readonly string[]): LabelsDecision {
  const wrong = written.find((word) => readLabel(word) === null);
  if (wrong !== undefined) return { granted: false, denial: 'not-a-label', written: wrong };
  const labels = [...new Set(written.map(readLabel).filter((label) => label !== null))];
  if (labels.length > mostLabels) return { granted: false, denial: 'too-many' };
  return { granted: true, labels: labels.toSorted() };
}
