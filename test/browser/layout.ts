/** Looks at how a page stands in its window. */
import type { Sitting } from './reader.js';

/** Pixels: the narrowest window that WCAG asks for, a phone's, and a desk's. */
const common = [320, 390, 1280];

/** Those of a phone or of a desk, for pages that change when one becomes the other. */
export const widthsLike = ({ page }: Pick<Sitting, 'page'>): readonly number[] =>
  (page.viewportSize()?.width ?? 0) < 600 ? [320, 390] : [1280];

/** What reaches beyond the side of the window, by width; nothing where nobody has to scroll sideways. */
export async function sideways(
  { page, examiner }: Sitting,
  widths: readonly number[] = common,
): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: before?.height ?? 900 });
    const wide = await examiner.ask<string[]>(overhanging);
    found.push(...wide.map((each) => `${each} is too wide for ${width} px`));
  }
  if (before !== null) await page.setViewportSize(before);
  return found;
}

/** Elements within one that scrolls by itself are no reason to scroll the page. */
const overhanging = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const nameOf = (element) => element.localName + [...element.classList].map((each) => '.' + each).join('');
  const out = [...document.body.querySelectorAll('*')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    if (width === 0 || (right <= clientWidth + 1 && left >= -1)) return false;
    for (let up = element.parentElement; up !== document.body && up !== null; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== 'visible') return false;
    }
    return true;
  });
  return ['the page (' + scrollWidth + ' px)', ...new Set(out.map(nameOf))].slice(0, 5);
})()`;

/** What every page owes to those who do not see it: a language, a title, and one heading that says what it is. */
export async function unnamed({ examiner }: Pick<Sitting, 'examiner'>): Promise<string[]> {
  const { lang, title, headings } = await examiner.ask<{
    lang: string;
    title: string;
    headings: number;
  }>(`({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
  })`);
  return [
    ...(lang === '' ? ['has no language'] : []),
    ...(title.trim() === '' ? ['has no title'] : []),
    ...(headings === 1 ? [] : [`has ${headings} headings of the first order`]),
  ];
}
