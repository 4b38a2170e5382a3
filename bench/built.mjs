/** What `npm run build` has made, typed by the sources: when types are checked there may be no build. */

/** @param {string} path below dist/ */
const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);

export const builtMigrate = () =>
  /** @type {Promise<typeof import('../prisma/migrate.js')>} */ (built('prisma/migrate.js'));

export const builtEmbeddedPostgres = () =>
  /** @type {Promise<typeof import('../scripts/embedded-postgres.js')>} */ (
    built('scripts/embedded-postgres.js')
  );

export const builtThrowAwayPostgres = () =>
  /** @type {Promise<typeof import('../scripts/throw-away-postgres.js')>} */ (
    built('scripts/throw-away-postgres.js')
  );
