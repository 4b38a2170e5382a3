import { describe, expect, it } from 'vitest';
import { type ComparedWords, compareWords } from './revision-comparison.rules.js';

const version = (bodyHtml: string, more: Partial<ComparedWords> = {}): ComparedWords => ({
  title: 'The Wend rises',
  standfirst: 'What happened.',
  bodyHtml,
  ...more,
});

const blocks = (from: string, to: string) => compareWords(version(from), version(to)).blocks;

/** Every word of one side, as its pieces tell it. */
const told = (found: ReturnType<typeof blocks>, other: 'added' | 'removed'): string =>
  found
    .flatMap(({ pieces }) => pieces)
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join(' ');

const many = (count: number, word: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => word(n)).join('');

describe('Two versions of an article', () => {
  it('differ in their titles and standfirsts word by word', () => {
    const { title, standfirst } = compareWords(
      version('', { title: 'The Wend rises again' }),
      version('', { title: 'The Wend falls again', standfirst: '' }),
    );
    expect(title).toEqual([
      { kind: 'same', text: 'The Wend ' },
      { kind: 'removed', text: 'rises' },
      { kind: 'added', text: 'falls' },
      { kind: 'same', text: ' again' },
    ]);
    expect(standfirst).toEqual([{ kind: 'removed', text: 'What happened.' }]);
  });

  it('find a paragraph again that was changed beside one that is new', () => {
    const from = '<p>It rained.</p><p>The water stood at the third step of the mill.</p>';
    const to =
      '<p>It rained.</p><p>Nobody slept.</p><p>The water stood at the fifth step of the mill.</p>';
    expect(blocks(from, to)).toEqual([
      { kind: 'same', tag: 'p', pieces: [{ kind: 'same', text: 'It rained.' }] },
      { kind: 'added', tag: 'p', pieces: [{ kind: 'added', text: 'Nobody slept.' }] },
      {
        kind: 'changed',
        tag: 'p',
        pieces: [
          { kind: 'same', text: 'The water stood at the ' },
          { kind: 'removed', text: 'third' },
          { kind: 'added', text: 'fifth' },
          { kind: 'same', text: ' step of the mill.' },
        ],
      },
    ]);
  });

  it('tell of a link that leads elsewhere, though no word differs', () => {
    const link = (to: string) => `<p>Read <a href="https://${to}.test/">this</a>.</p>`;
    expect(blocks(link('a'), link('b'))).toEqual([
      { kind: 'changed', tag: 'p', pieces: [{ kind: 'same', text: 'Read this.' }] },
    ]);
  });

  it('tell where the marker stands, and what a picture shows', () => {
    const picture = '<figure><img src="/a.jpg" alt="The mill"></figure>';
    expect(blocks('<p>a</p>', `<p>a</p><!--paywall-->${picture}`)).toEqual([
      { kind: 'same', tag: 'p', pieces: [{ kind: 'same', text: 'a' }] },
      { kind: 'added', tag: 'paywall', pieces: [] },
      { kind: 'added', tag: 'figure', pieces: [{ kind: 'added', text: '[The mill]' }] },
    ]);
  });

  it('never hand on markup, only words', () => {
    const sly = '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>';
    expect(blocks('', sly)[0]?.pieces).toEqual([
      { kind: 'added', text: '<script>alert(1)</script>' },
    ]);
  });

  it('are compared sign by sign where no spaces part the words', () => {
    expect(blocks('<p>河水上涨了</p>', '<p>河水下降了</p>')[0]?.pieces).toEqual([
      { kind: 'same', text: '河水' },
      { kind: 'removed', text: '上涨' },
      { kind: 'added', text: '下降' },
      { kind: 'same', text: '了' },
    ]);
  });

  it('are compared by blocks where they are long and have nothing in common, and lose no word', () => {
    const from = many(4_000, (n) => `<p>a${n} b${n}</p>`);
    const to = many(4_000, (n) => `<p>c${n} d${n}</p>`);
    const { blocks: found, precision } = compareWords(version(from), version(to));
    expect(precision).toBe('blocks');
    expect(told(found, 'added')).toBe(many(4_000, (n) => `${n > 0 ? ' ' : ''}a${n} b${n}`));
    expect(told(found, 'removed')).toBe(many(4_000, (n) => `${n > 0 ? ' ' : ''}c${n} d${n}`));
  });

  it('are compared by words where they are long and little was changed', () => {
    const text = many(5_000, (n) => `<p>A line of the long report, number ${n}.</p>`);
    const { blocks: found, precision } = compareWords(
      version(text),
      version(text.replace('number 2500.', 'number two thousand.')),
    );
    expect(precision).toBe('words');
    expect(found.filter(({ kind }) => kind !== 'same')).toEqual([
      {
        kind: 'changed',
        tag: 'p',
        pieces: [
          { kind: 'same', text: 'A line of the long report, number ' },
          { kind: 'removed', text: '2500' },
          { kind: 'added', text: 'two thousand' },
          { kind: 'same', text: '.' },
        ],
      },
    ]);
  });
});
