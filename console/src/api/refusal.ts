/** What the API answers when it refuses, as react-admin shows it: a sentence, and what is wrong with which field. */

interface ProblemDetails {
  code: string;
  detail: string;
  errors?: { field: string; message: string }[];
  [member: string]: unknown;
}

export class Refusal extends Error {
  override name = 'Refusal';
  /** Where react-admin's forms look for what is wrong with a field; they ask whether it is the error's own. */
  readonly body: { readonly errors: Readonly<Record<string, string>> };

  /** @param status 0 where no answer came */
  constructor(
    readonly status: number,
    /** Stable, `room/what-happened`. */
    readonly code: string,
    detail: string,
    /** What is wrong with which field, by its name in forms: `prices.0.amount`. */
    readonly fields: Readonly<Record<string, string>> = {},
    /** Whatever else the answer says. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.body = { errors: fields };
  }
}

export const isRefusal = (error: unknown, code?: string): error is Refusal =>
  error instanceof Refusal && (code === undefined || error.code === code);

/** A sentence for whoever sees it, whatever was thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'Something went wrong.';

/** For the forms of react-hook-form: what is wrong with which field, and why nothing was saved. */
export const formErrorsOf = (error: unknown): Record<string, string> => ({
  ...(isRefusal(error) ? error.fields : {}),
  'root.refusal': sentenceOf(error),
});

export const notReached = (): Refusal =>
  new Refusal(0, 'console/not-reached', 'The server cannot be reached. Try again in a moment.');

export async function refusalIn(answer: Response): Promise<Refusal> {
  const type = answer.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) {
    return new Refusal(
      answer.status,
      'console/unreadable',
      `The server answered ${answer.status}.`,
    );
  }
  const problem = (await answer.json()) as ProblemDetails;
  const { code, detail, errors = [] } = problem;
  const fields = Object.fromEntries(
    errors.map(({ field, message }) => [field.replaceAll(/\[(\d+)\]/g, '.$1'), message]),
  );
  return new Refusal(answer.status, code, sentenceWith(detail, errors), fields, problem);
}

/** Names the fields also in the sentence: not every refused field is one of a form. */
function sentenceWith(detail: string, errors: NonNullable<ProblemDetails['errors']>): string {
  if (errors.length === 0) return detail;
  return errors.map(({ field, message }) => `${field} ${message}`).join('; ');
}
