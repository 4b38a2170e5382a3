/** The articles of the sample pages: a front page full of cards, and one story to read. */
import type { ArticleCardProps, MeterProps } from '../../../src/site/page-props.js';
import { sanitisedAtWriteTime } from '../../../src/site/sanitised-html.js';
import { inDays, sections } from './frames.js';

const stories: [string, string, string, Partial<ArticleCardProps>][] = [
  [
    'members-story',
    'The harbour that would not close',
    'Every autumn the council votes to fill in the old basin, and every spring the boats are still there. An account of the most stubborn forty acres in town.',
    {},
  ],
  [
    'bridge',
    'The bridge will open at night again',
    'After eleven years of red lights, freight returns to the river between midnight and four.',
    { gate: 'public' },
  ],
  [
    'market',
    'What a stall on the square costs now',
    'Rents rose by a fifth. The cheese seller counted along with us.',
    { gate: 'metered' },
  ],
  [
    'school',
    'A school without bells',
    'The first term at Mill Lane ends quietly, and with better marks.',
    { gate: 'registered' },
  ],
  [
    'tram',
    'Line 4, six minutes late since 1987',
    'We rode it for a week with a stopwatch and a retired driver.',
    { kind: 'trend-report' },
  ],
  [
    'orchard',
    'The last orchard inside the ring road',
    'Forty-one varieties, one family, and an offer that expires in March.',
    {},
  ],
  [
    'theatre',
    'The curtain that fell twice',
    'An evening at the Playhouse that nobody will stage again.',
    { gate: 'public' },
  ],
  [
    'library',
    'Borrowed: one ladder, two violins, a drone',
    'The library lends things now. Books are still the favourite.',
    { kind: 'briefing' },
  ],
];
const pictures = ['harbour', 'bridge', 'market', 'school', 'tram', 'orchard', 'theatre', 'library'];
const people = ['Ada Winter', 'Ben Osei', 'Carla Ruiz', 'Dov Levin'];

export const cards: ArticleCardProps[] = Array.from({ length: 28 }, (_, place) => {
  const [slug, title, standfirst, more] = stories[place % stories.length] ?? ['', '', '', {}];
  const author = people[place % people.length] ?? '';
  return {
    slug: place < stories.length ? slug : `${slug}-${place}`,
    title,
    standfirst,
    kind: 'story',
    gate: 'members',
    section: sections[place % sections.length] ?? null,
    tags: [
      { slug: 'the-wend', name: 'The Wend' },
      { slug: 'council', name: 'Council' },
    ],
    authors: [{ slug: author.toLowerCase().replace(' ', '-'), name: author }],
    heroImage: {
      url: `/assets/town/${pictures[place % pictures.length]}.svg`,
      alt: 'Boats in the old basin at first light',
      caption: 'The basin at first light; the crane has not moved since 1961.',
      credit: 'Illustration: Ines Vega',
    },
    publishedAt: inDays(-place),
    updatedAt: inDays(-place),
    ...more,
  };
});
const [lead] = cards;
if (!lead) throw new Error('the samples hold no card');
export const leadCard: ArticleCardProps = { ...lead, updatedAt: inDays(0.3) };

export const teaserHtml = sanitisedAtWriteTime(
  '<p>At a quarter past five the ferry horn sounds, and nobody in the old basin looks up. The crane has not moved since 1961; the gulls have it now. On the quay stands a man with a clipboard, counting boats that by the council’s own papers are not there.</p><p>“Thirty-eight,” he says. “Last year it was thirty-one.” He has been asked to count them every November since the first vote, and every November the number has grown.</p>',
);
export const bodyHtml = sanitisedAtWriteTime(
  `${teaserHtml}<h2>A vote a year</h2><p>The plan is older than most of the people who oppose it. It appears first in the minutes of 1974, between a complaint about pigeons and the purchase of a piano.<sup id="fnref1"><a href="#fn1">1</a></sup> <a href="/">The whole of it</a> fits on a page.</p><blockquote><p>You cannot fill in a thing that people look at every morning.</p></blockquote><p>What follows is a table, since the council likes tables.</p><table><thead><tr><th>Year</th><th>Votes for</th><th>Boats</th></tr></thead><tbody><tr><td>2024</td><td>19</td><td>27</td></tr><tr><td>2025</td><td>17</td><td>31</td></tr><tr><td>2026</td><td>16</td><td>38</td></tr></tbody></table><ul><li>Three sheds are listed.</li><li>One is a bakery.</li></ul><h3>What the water knows</h3><p>There is a line on the wall of the customs house, chest high, cut by hand. Nobody in the office remembers who cut it, but everybody knows the date.</p><hr><p>The man with the clipboard closes his pen. The ferry turns.</p><ol><li id="fn1">Minutes of 4 March 1974, item 7. <a href="#fnref1">↩</a></li></ol>`,
);

export const meter = (used: number): MeterProps => ({
  limit: 3,
  used,
  remaining: 3 - used,
  resetsAt: new Date('2026-12-01T00:00:00Z'),
  windowDays: null,
  limitWithAccount: null,
});
