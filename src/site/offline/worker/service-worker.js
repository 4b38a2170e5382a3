/**
 * Stands between the pages and the line, and has one thing to say: that the line is cut. It keeps the page that says
 * so and the styles of that page; never an article, and never anything of a reader.
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const page = '/offline';
/** Another edition, which the server writes in here, has browsers fetch page and styles anew. */
const shelf = 'offline-{{edition}}';

/** Without cookies, so that it is nobody's page. @type {RequestInit} */
const everybodys = { credentials: 'omit', cache: 'reload' };

async function keep() {
  const answer = await fetch(page, everybodys);
  if (!answer.ok) throw new Error(`${page} was answered ${answer.status}.`);
  const [, styles] =
    /<link rel="stylesheet" href="([^"]+)"/.exec(await answer.clone().text()) ?? [];
  const kept = await caches.open(shelf);
  await kept.put(page, answer);
  if (styles !== undefined) await kept.add(new Request(styles, everybodys));
}

async function forgetEarlierEditions() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== shelf).map((name) => caches.delete(name)));
  // The browser asks for the page while it wakes the worker, so that nobody waits for it.
  await worker.registration.navigationPreload?.enable();
}

/**
 * What the line says; where it is cut, what is kept for this.
 *
 * @param {FetchEvent} event
 * @param {RequestInfo} kept
 * @returns {Promise<Response>}
 */
async function answerTo(event, kept) {
  try {
    /** @type {unknown} */
    const preloaded = await event.preloadResponse;
    return preloaded instanceof Response ? preloaded : await fetch(event.request);
  } catch (error) {
    const answer = await caches.match(kept, { ignoreVary: true });
    if (answer === undefined) throw error;
    return answer;
  }
}

worker.addEventListener('install', (event) => event.waitUntil(keep()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetEarlierEditions()));
worker.addEventListener('fetch', (event) => {
  const { method, mode, destination } = event.request;
  if (method !== 'GET') return;
  if (mode === 'navigate') event.respondWith(answerTo(event, page));
  if (destination === 'style') event.respondWith(answerTo(event, event.request));
});
