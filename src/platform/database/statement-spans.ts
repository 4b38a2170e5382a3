/** Lets the statements of whatever is followed be seen, whoever sends them. */
import pg from 'pg';
import { inSpan, isFollowed } from '../telemetry/spans.js';
import { statementName } from './statement-name.rules.js';

type Query = (this: pg.Client, asked: unknown, ...more: unknown[]) => unknown;

let isDone = false;

/** Takes the driver by its one door. Once a process. */
export function showStatements(): void {
  if (isDone) return;
  isDone = true;
  const door = pg.Client.prototype as unknown as { query: Query };
  const ask = door.query;
  door.query = function (asked, ...more) {
    // What nobody asked for, like the worker's looks for jobs, would be most of what is told.
    if (!isFollowed()) return ask.call(this, asked, ...more);
    const { text, name } = wordsOf(asked);
    const work = () => ({
      name: statementName(text, name),
      kind: 'client' as const,
      attributes: { 'db.system.name': 'postgresql' },
    });
    const callback = more.at(-1);
    if (typeof callback !== 'function') {
      const answer = ask.call(this, asked, ...more);
      return answer instanceof Promise ? inSpan(work, () => answer as Promise<unknown>) : answer;
    }
    const { promise, settle } = awaited();
    void inSpan(work, () => promise).catch(() => undefined);
    return ask.call(
      this,
      asked,
      ...more.slice(0, -1),
      (error: Error | null, ...rest: unknown[]) => {
        settle(error);
        (callback as (...answer: unknown[]) => void)(error, ...rest);
      },
    );
  };
}

function wordsOf(asked: unknown): { text: string; name?: string } {
  if (typeof asked === 'string') return { text: asked };
  const { text, name } = asked as { text?: unknown; name?: unknown };
  return {
    text: typeof text === 'string' ? text : '',
    ...(typeof name === 'string' && { name }),
  };
}

function awaited(): { promise: Promise<void>; settle: (error: Error | null) => void } {
  let settle: (error: Error | null) => void = () => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    settle = (error) => (error ? reject(error) : resolve());
  });
  return { promise, settle };
}
