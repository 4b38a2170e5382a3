/** Who and what is measured: readers with sessions, articles of 8 KB, and a list long enough to leaf through. */
import { createHmac, createSecretKey, hkdfSync, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import pg from 'pg';

/** The whole text of each article, in bytes. */
const textSize = 8 * 1024;
const meteredArticles = 100;
const meteredReaders = 400;

/** @typedef {{ id: string, token: string, cookie: string }} Reader */

/**
 * @param {import('./place.mjs').Place} place
 * @param {{ listed: number }} sizes
 */
export async function populate({ ownerUrl, environment }, { listed }) {
  const database = new pg.Client({ connectionString: ownerUrl });
  await database.connect();
  try {
    const gated = await addArticles(database, 'members', 1);
    const metered = await addArticles(database, 'metered', meteredArticles);
    await addCopies(database, {
      name: 'listed',
      gate: 'members',
      preview: '<p>More.</p>',
      rest: '',
      count: listed,
    });
    const [member] = await addReaders(database, environment, 1);
    if (member === undefined) throw new Error('There is no member.');
    await makeMember(database, member.id);
    const readers = await addReaders(database, environment, meteredReaders);
    // Everybody may read on for as long as the measurement lasts.
    await database.query('update meter_settings set "registeredLimit" = 1000');
    await database.query('vacuum analyze');
    return { story: gated[0] ?? '', metered, member, readers };
  } finally {
    await database.end();
  }
}

/** What a copy takes over from the town's `members-story`. */
const likeTheStory = [
  'title',
  'standfirst',
  'kind',
  'planIds',
  'sectionId',
  'heroUrl',
  'heroAlt',
  'createdAt',
  'updatedAt',
]
  .map((column) => `"${column}"`)
  .join(', ');

/**
 * Stories with a text of 8 KB.
 * @param {pg.Client} database
 * @param {'members' | 'metered'} gate
 * @param {number} count
 */
function addArticles(database, gate, count) {
  const paragraph = `<p>${'The council met again on Tuesday and decided nothing. '.repeat(9)}</p>\n`;
  const preview = paragraph.repeat(2);
  const rest = paragraph.repeat(Math.floor(textSize / paragraph.length) - 2);
  return addCopies(database, { name: `bench-${gate}`, gate, preview, rest, count });
}

/**
 * Published copies, one a minute into the past.
 * @param {pg.Client} database
 * @param {{ name: string, gate: string, preview: string, rest: string, count: number }} copies
 * @returns {Promise<string[]>} slugs
 */
async function addCopies(database, { name, gate, preview, rest, count }) {
  await database.query(
    `with copies as (
       insert into articles (id, slug, gate, "previewHtml", "publishedAt", ${likeTheStory})
       select gen_random_uuid(), $1 || '-' || n, $2::"Gate", $3,
         "publishedAt" - n * interval '1 minute', ${likeTheStory}
       from articles, generate_series(1, $5::int) n where slug = 'members-story' returning *)
     insert into article_texts (id, "articleId", number, title, standfirst, "bodyHtml", words, "createdAt")
     select gen_random_uuid(), id, 1, title, standfirst, $3 || '<!--paywall-->' || $4, 1400, now() from copies`,
    [name, gate, preview, rest, count],
  );
  const { rows } = await database.query(
    `update articles set "currentTextId" = t.id, status = 'published' from article_texts t
     where t."articleId" = articles.id and slug like $1 || '-%' returning slug`,
    [name],
  );
  await nameAuthorsAndTags(database, `${name}-%`);
  return rows.map((/** @type {{ slug: string }} */ { slug }) => slug);
}

/**
 * @param {pg.Client} database
 * @param {string} slugs
 */
async function nameAuthorsAndTags(database, slugs) {
  await database.query(
    `insert into article_authors ("articleId", "authorId", position)
     select a.id, aa."authorId", aa.position from articles a, articles story
     join article_authors aa on aa."articleId" = story.id
     where story.slug = 'members-story' and a.slug like $1 on conflict do nothing`,
    [slugs],
  );
  await database.query(
    `insert into article_tags ("articleId", "tagId")
     select a.id, at."tagId" from articles a, articles story
     join article_tags at on at."articleId" = story.id
     where story.slug = 'members-story' and a.slug like $1 on conflict do nothing`,
    [slugs],
  );
}

/**
 * People with a session of the API and one of the pages each.
 * @param {pg.Client} database
 * @param {Record<string, string>} environment
 * @param {number} count
 * @returns {Promise<Reader[]>}
 */
async function addReaders(database, environment, count) {
  const readers = [];
  for (let number = 0; number < count; number += 1) {
    const id = randomUUID();
    const [token, cookie] = [randomUUID(), randomUUID()];
    await database.query(
      `insert into users (id, email, name, roles, "createdAt", "updatedAt")
       values ($1, $2, 'Ada Reader', '{}', now(), now())`,
      [id, `${id}@bench.test`],
    );
    await database.query(
      `insert into sessions (id, "userId", kind, "rotatedAt", "provenAt", "createdAt", "expiresAt")
       select session, $1, kind::"SessionKind", now(), now(), now(), now() + interval '30 days'
       from (values ($2::uuid, 'token'), ($3::uuid, 'cookie')) as held (session, kind)`,
      [id, token, cookie],
    );
    readers.push({ id, ...proofsOf(environment, { id, token, cookie }) });
  }
  return readers;
}

/**
 * What her devices hold: signed as the product signs.
 * @param {Record<string, string>} environment
 * @param {{ id: string, token: string, cookie: string }} sessions
 */
function proofsOf({ JWT_SECRET = '', PUBLIC_URL = '' }, { id, token, cookie }) {
  const secret = Buffer.from(JWT_SECRET);
  const sealing = Buffer.from(hkdfSync('sha256', secret, '', 'broadsheet session cookie', 32));
  const mac = createHmac('sha256', sealing).update(cookie).digest('base64url');
  return {
    token: jwt.sign({ sub: id, sid: token, typ: 'access' }, createSecretKey(secret), {
      algorithm: 'HS256',
      issuer: PUBLIC_URL,
      audience: 'broadsheet',
      expiresIn: '12h',
    }),
    cookie: `__Host-broadsheet=${cookie}.${mac}`,
  };
}

/**
 * @param {pg.Client} database
 * @param {string} userId
 */
async function makeMember(database, userId) {
  await database.query(
    `insert into memberships (id, "userId", "planId", status, "ofRecord", "currentPeriodEnd", "startedAt", "updatedAt")
     select gen_random_uuid(), $1, id, 'active', true, now() + interval '300 days', now(), now()
     from plans limit 1`,
    [userId],
  );
}
