/** What goes wrong in a way a caller should know: becomes RFC 9457 problem details in one filter. */

export interface FieldError {
  field: string;
  message: string;
}

export interface ProblemOptions {
  status: number;
  /** Stable, `room/what-happened`; callers branch on it. */
  code: string;
  /** A sentence for people that says what to do. */
  detail: string;
  errors?: FieldError[];
  headers?: Record<string, string>;
  /** Further members of the answer, like the portal's address. */
  extra?: Record<string, unknown>;
  cause?: unknown;
}

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: FieldError[] | undefined;
  readonly headers: Record<string, string>;
  readonly extra: Record<string, unknown>;

  constructor(options: ProblemOptions) {
    super(options.detail, { cause: options.cause });
    this.status = options.status;
    this.code = options.code;
    this.detail = options.detail;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
    this.extra = options.extra ?? {};
  }

  /** The body of the answer. */
  toDetails(): Record<string, unknown> {
    return {
      ...this.extra,
      type: `urn:broadsheet:problem:${this.code}`,
      title: titles[this.status] ?? 'Error',
      status: this.status,
      code: this.code,
      detail: this.detail,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
    };
  }
}

export const notFound = (): Problem =>
  new Problem({
    status: 404,
    code: 'request/not-found',
    detail: 'There is nothing here, or nothing that you may see.',
  });

export const unknownParameter = (names: string[]): Problem =>
  new Problem({
    status: 400,
    code: 'request/unknown-parameter',
    detail: `This address takes no parameter ${names.map((name) => `"${name}"`).join(', ')}.`,
  });

export const invalidParameters = (errors: FieldError[]): Problem =>
  new Problem({
    status: 400,
    code: 'request/invalid-parameter',
    detail: errors.map(({ field, message }) => `${field}: ${message}`).join('; '),
    errors,
  });

export const invalidBody = (
  errors: FieldError[],
  more: Pick<ProblemOptions, 'extra' | 'cause'> = {},
): Problem =>
  new Problem({
    status: 422,
    code: 'request/invalid-body',
    detail: 'Some fields are not as they must be; each is named under "errors".',
    errors,
    ...more,
  });

export const invalidHeader = (name: string, why: string): Problem =>
  new Problem({
    status: 400,
    code: 'request/invalid-header',
    detail: `The header ${name} ${why}.`,
  });

export const malformedBody = (why: string): Problem =>
  new Problem({ status: 400, code: 'request/malformed-body', detail: why });

export const unsupportedMediaType = (expected: string): Problem =>
  new Problem({
    status: 415,
    code: 'request/unsupported-media-type',
    detail: `Send the body as ${expected}.`,
  });

export const unavailable = (detail: string, retryAfterSeconds: number, cause?: unknown): Problem =>
  new Problem({
    status: 503,
    code: 'service/unavailable',
    detail,
    headers: { 'retry-after': String(retryAfterSeconds) },
    cause,
  });
