/** Weighs a page as it arrives, and measures how soon and how steadily it stands there. */
import { gzipSync } from 'node:zlib';
import type { Request } from 'playwright-core';
import type { Sitting } from './reader.js';

export interface Figures {
  /** Of the answer that brought the document. */
  status: number;
  /** Bytes of the document as they travel; compressed here where the product sends it plain. */
  html: number;
  /** Bytes of all stylesheets as they travel. */
  css: number;
  /** Bytes of all scripts as they travel; a browser without JavaScript does not ask for any. */
  js: number;
  /** Scripts and whatever else is no stylesheet that the page waits for before it shows anything. */
  blocking: string[];
  /** Milliseconds until the largest part of what is in sight stands there. */
  lcp: number;
  /** How much moved afterwards, as Chromium counts it. */
  cls: number;
  /** What moved. */
  moved: string[];
}

/** Milliseconds. Others use this machine, too: a page that was late is opened anew before it is called slow. */
const late = 700;

/** @param reach opens the page: a path, or the steps that lead there, of which the last page counts */
export async function weigh(
  sitting: Sitting,
  reach: string | (() => Promise<unknown>),
): Promise<Figures> {
  const figures = await weighOnce(sitting, reach);
  if (figures.lcp < late || typeof reach !== 'string') return figures;
  const again = await weighOnce(sitting, reach);
  return again.lcp < figures.lcp ? again : figures;
}

async function weighOnce(
  sitting: Sitting,
  reach: string | (() => Promise<unknown>),
): Promise<Figures> {
  const { page, examiner } = sitting;
  // What was done to the window before, like a picture of its whole length, must not move the next page.
  await examiner.ask(twoFrames);
  let requests: Request[] = [];
  const remember = (request: Request) => {
    if (request.isNavigationRequest()) requests = [];
    requests.push(request);
  };
  await examiner.devtools.send('Network.enable');
  await examiner.devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await examiner.devtools.send('Network.setBypassServiceWorker', { bypass: true });
  page.on('request', remember);
  try {
    await (typeof reach === 'string' ? sitting.open(reach) : reach());
    await page.waitForLoadState('load');
  } finally {
    page.off('request', remember);
    await examiner.devtools.send('Network.setBypassServiceWorker', { bypass: false });
    await examiner.devtools.send('Network.disable');
  }
  const of = (type: string) => requests.filter((request) => request.resourceType() === type);
  const answer = await of('document').at(-1)?.response();
  const until = await examiner.untouchedUntil();
  return {
    status: answer?.status() ?? 0,
    html: await bytesOf(of('document')),
    css: await bytesOf(of('stylesheet')),
    js: await bytesOf(of('script')),
    ...(await examiner.ask<Pick<Figures, 'blocking' | 'lcp' | 'cls' | 'moved'>>(paint(until))),
  };
}

const twoFrames =
  'new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => go(true))))';

async function bytesOf(requests: Request[]): Promise<number> {
  const sizes = await Promise.all(
    requests.map(async (request) => {
      const response = await request.response();
      if (response === null) return 0;
      const isPlain = (await response.headerValue('content-encoding')) === null;
      if (isPlain) return gzipSync(await response.body()).length;
      const length = await response.headerValue('content-length');
      return length === null ? (await request.sizes()).responseBodySize : Number(length);
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Two frames after the page has loaded whatever was painted is on the list. */
const paint = (until: number) => `(async () => {
  const frame = () => new Promise((go) => requestAnimationFrame(go));
  await frame();
  await frame();
  const seen = (type) => new Promise((go) => {
    const observer = new PerformanceObserver((list) => go(list.getEntries()));
    observer.observe({ type, buffered: true });
    setTimeout(() => go(observer.takeRecords()), 100);
  });
  const [painted, shifted] = await Promise.all([seen('largest-contentful-paint'), seen('layout-shift')]);
  const unasked = shifted.filter(
    ({ hadRecentInput, startTime }) => !hadRecentInput && startTime <= ${until},
  );
  const nameOf = (node) => [node?.localName ?? 'something', ...(node?.classList ?? [])].join('.');
  const blocking = performance.getEntriesByType('resource')
    .filter((each) => each.renderBlockingStatus === 'blocking' && !/\\.css(\\?|$)/.test(each.name));
  return {
    blocking: blocking.map(({ name }) => name),
    lcp: Math.round(painted.at(-1)?.startTime ?? 0),
    cls: Number(unasked.reduce((sum, { value }) => sum + value, 0).toFixed(4)),
    moved: [...new Set(unasked.flatMap(({ sources }) => sources.map(({ node }) => nameOf(node))))],
  };
})()`;
