/** Reads the Dockerfile: as much of its language as ours speaks. */

export interface Stage {
  readonly base: string;
  /** Empty for the last. */
  readonly name: string;
  readonly steps: Step[];
}

interface Step {
  /** Like COPY. */
  readonly word: string;
  /** What follows it. */
  readonly text: string;
}

export interface Copy {
  readonly from: string | undefined;
  readonly sources: string[];
  readonly target: string;
}

export function stagesOf(text: string): Stage[] {
  const lines = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: Stage[] = [];
  for (const line of lines) {
    const [, word = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') {
      const [, base = '', name = ''] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? [];
      stages.push({ base, name, steps: [] });
    } else {
      stages.at(-1)?.steps.push({ word, text: rest });
    }
  }
  return stages;
}

export function copiesOf({ steps }: Stage): Copy[] {
  return steps.filter(({ word }) => word === 'COPY').map(({ text }) => copyOf(text));
}

export function copyOf(text: string): Copy {
  const [, from, rest = ''] = /^(?:--from=(\S+)\s+)?(.*)$/.exec(text) ?? [];
  const words = rest.split(/\s+/);
  return { from, sources: words.slice(0, -1), target: words.at(-1) ?? '' };
}

/** What the last step with this word says. */
export function lastOf({ steps }: Stage, word: string): string {
  return steps.findLast((step) => step.word === word)?.text ?? '';
}

/** ENV, as names and values. */
export function environmentOf(stage: Stage): Record<string, string> {
  const pairs = lastOf(stage, 'ENV').split(' ');
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}

/** The command of a CMD or HEALTHCHECK, which has to be in the form that no shell reads; else it is empty. */
export function execForm(text: string): string[] {
  const [list] = /\[.*\]$/.exec(text) ?? [];
  return list === undefined ? [] : (JSON.parse(list) as string[]);
}
