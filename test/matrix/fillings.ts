/** What stands for the parameters of an address: something of hers, something of the neighbour's, or nobody's. */
import { Database } from '../../src/platform/database/database.js';
import { fill } from '../leaks/fillings.js';
import { type MatrixTown, membersStory, spareDevice } from './matrix-town.js';

/** Whose is what, by the last two pieces of an address; `$1` is the owner. */
const owned: Record<string, string> = {
  'articles/:id': 'select id from articles where "createdById" = $1',
  'former-slugs/:slug': `select slug as id from former_slugs where "articleId" = (array(select id from articles where "createdById" = $1))[1]`,
  'previews/:preview': 'select id from article_previews where "createdById" = $1',
  'sessions/:id': `select id from sessions where "userId" = $1 and "userAgent" = '${spareDevice}' and "endedAt" is null`,
  'passkeys/:id': 'select id from passkeys where "userId" = $1',
  'gifts/:id': 'select id from gifts where "giverId" = $1',
  'checkout-sessions/:id': 'select "stripeSessionId" as id from checkouts where "userId" = $1',
  'checkout/success?session_id=:id': `select 'success?session_id=' || "stripeSessionId" as id from checkouts where "userId" = $1`,
};

/** What is asked for, where an address alone asks for nothing. */
const queries: Record<string, string> = {
  '/api/v1/admin/articles/:id/access-preview': '?as=stranger',
  '/api/v1/admin/articles/:id/revisions/compare': '?from=1&to=1',
  '/checkout/success': '?session_id=:id',
  '/sign-in/link': '?token=nothing',
};

/** With the query that belongs to it. */
const askedAt = (address: string): string => `${address}${queries[address] ?? ''}`;

/** What a request says beyond its address, where it would not come as far as to what is asked for. */
export const bodies: Record<string, object> = {
  'PATCH /api/v1/me/passkeys/:id': { name: 'Key' },
  'POST /account/security/passkeys/:id/rename': { name: 'Key' },
};

/** Forms after which what stands in the address is gone, as after a DELETE. */
export const takesAway: ReadonlySet<string> = new Set([
  'POST /account/security/passkeys/:id/remove',
  'POST /account/security/sessions/:id/end',
]);

/** The routes after which she who asked is a stranger. */
export const sessionEnds: ReadonlySet<string> = new Set([
  'POST /api/v1/auth/logout',
  'POST /sign-out',
  'DELETE /api/v1/me',
  'DELETE /api/v1/me/sessions',
  'POST /account/security/sessions/end-others',
]);

const isId = /^[\da-f-]{36}$/;
const nobodysId = '01890000-0000-7000-8000-000000000000';

export class Fillings {
  constructor(private readonly place: MatrixTown) {}

  /** The address with what belongs to this account; where it has none of it, with what belongs to anybody. */
  async of(address: string, ownerId: string): Promise<string> {
    const { town, victimId, sealedPreview, neighbour } = this.place;
    const { pool } = town.app.get(Database);
    const more: Record<string, string[]> = {
      'articles/:slug': [membersStory],
      'members/:id': [victimId],
      'previews/:token': [sealedPreview],
      'preview/:token': [sealedPreview],
      ':folder/:file': ['harbour.svg'],
    };
    const asked = askedAt(address);
    for (const [spot, query] of Object.entries(owned)) {
      if (!asked.includes(spot)) continue;
      const find = async (owner: string): Promise<string[]> =>
        (await pool.query<{ id: string }>(query, [owner])).rows.map(({ id }) => id);
      const hers = await find(ownerId);
      more[spot] = (hers.length > 0 ? hers : await find(neighbour.id)).slice(0, 1);
    }
    const { targets, fault } = await fill(pool, asked, more);
    const [target] = targets;
    if (target === undefined) throw new Error(fault.join());
    return target;
  }

  /** The same with something in the last parameter's place that nobody has: as long, so that only it differs. */
  nobodys(address: string, target: string): string {
    const pieces = target.split('/');
    const at = askedAt(address)
      .split('/')
      .findLastIndex((piece) => /[:*]/.test(piece));
    const given = pieces[at] ?? '';
    pieces[at] = isId.test(given)
      ? nobodysId
      : given.replace(/[^=]*$/, (value) => value.replaceAll(/[a-z]/g, 'z'));
    return pieces.join('/');
  }
}

/** Whether only its owner may have what stands in this address. */
export const isOwned = (address: string): boolean =>
  Object.keys(owned).some((spot) => askedAt(address).includes(spot));
