/** Somebody who writes for the paper, at the desk: what she does there, and what she is told. */
import type { Role } from '../../src/users/reader.js';
import type { Answer } from './api.js';
import type { TestTown } from './town.js';

export interface DeskAnswer {
  id: string;
  slug: string;
  status: string;
  version: number;
  gate: string;
  planIds: string[];
  freeForHours: number | null;
  freeAfterDays: number | null;
  gateNow: string | null;
  gateChangesAt: string | null;
  publishedAt: string | null;
  publishAt: string | null;
  updatedAt: string;
  formerSlugs: string[];
  bodyHtml: string;
}

/** For a change that writes over whatever is there. */
export const overwriting = { 'if-match': '*' };

/** Stands behind the marker in every text of hers. */
export const behindTheWall = 'zanzibarwhale';

export class Writer {
  private constructor(
    private readonly town: TestTown,
    readonly token: string,
    readonly id: string,
    readonly email: string,
  ) {}

  static async hired(town: TestTown, role: Role): Promise<Writer> {
    const token = await town.staff(role);
    const { body } = await town.ask('GET', '/api/v1/me', { token });
    const { id, email } = body as { id: string; email: string };
    return new Writer(town, token, id, email);
  }

  /** Under the desk's address. She minds nobody's changes, unless she says so. */
  does(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = method === 'PATCH' ? overwriting : {},
  ): Promise<Answer> {
    const told = body === undefined ? { headers } : { body, headers };
    return this.town.ask(method, `/api/v1/admin/articles${path}`, { token: this.token, ...told });
  }

  async drafts(slug: string, fields: object = {}): Promise<DeskAnswer> {
    const answer = await this.does('POST', '', {
      slug,
      title: `The story of ${slug}`,
      standfirst: 'What happened, and why it matters.',
      bodyHtml: `<p>In front of ${slug}.</p><!--paywall--><p>Behind: ${behindTheWall} ${slug}.</p>`,
      ...fields,
    });
    if (answer.status !== 201) throw new Error(`It was not begun: ${answer.text}`);
    return answer.body as DeskAnswer;
  }

  async publishes(id: string): Promise<DeskAnswer> {
    const answer = await this.does('POST', `/${id}/publish`);
    if (answer.status !== 200) throw new Error(`It was not published: ${answer.text}`);
    return answer.body as DeskAnswer;
  }

  async shown(id: string): Promise<DeskAnswer> {
    return (await this.does('GET', `/${id}`)).body as DeskAnswer;
  }
}

export const codeOf = ({ body }: Answer): string => (body as { code: string }).code;

export const fieldsOf = ({ body }: Answer): string[] =>
  (body as { errors: { field: string }[] }).errors.map(({ field }) => field);
