/** Reads form-encoded text with Stripe's brackets: `items[0][price]=price_1&expand[]=customer`. */

export type FormValue = string | FormValue[] | FormHash;
export interface FormHash {
  [key: string]: FormValue;
}

/** Keys deeper than this are nobody's parameter. */
const MAX_DEPTH = 12;

type Branch = Map<string, Branch | string>;

export function parseForm(text: string): FormHash {
  const root: Branch = new Map();
  for (const [key, value] of new URLSearchParams(text)) {
    place(root, pathOf(key), value);
  }
  return hashOf(root);
}

/** `a[b][]` is `['a', 'b', '']`. */
function pathOf(key: string): string[] {
  const open = key.indexOf('[');
  if (open <= 0 || !key.endsWith(']')) return [key];
  return [key.slice(0, open), ...key.slice(open + 1, -1).split('][')].slice(0, MAX_DEPTH);
}

function place(root: Branch, path: readonly string[], value: string): void {
  let branch = root;
  path.forEach((part, depth) => {
    const key = part === '' ? String(branch.size) : part;
    if (depth === path.length - 1) {
      branch.set(key, value);
      return;
    }
    const existing = branch.get(key);
    const next: Branch = existing instanceof Map ? existing : new Map();
    branch.set(key, next);
    branch = next;
  });
}

function valueOf(node: Branch | string): FormValue {
  if (typeof node === 'string') return node;
  const keys = [...node.keys()];
  const isList = keys.length > 0 && keys.every((key) => /^\d+$/.test(key));
  if (!isList) return hashOf(node);
  return keys
    .sort((one, other) => Number(one) - Number(other))
    .map((key) => valueOf(node.get(key) ?? ''));
}

function hashOf(branch: Branch): FormHash {
  // No prototype: a parameter called `__proto__` or `constructor` is only a name nobody knows.
  const hash: FormHash = Object.create(null) as FormHash;
  for (const [key, node] of branch) hash[key] = valueOf(node);
  return hash;
}
