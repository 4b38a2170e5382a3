/** The paper of Ellerford on the Wend: its sections, its authors and its tags. */

/** Who of them has a desk: what is under this name is his. */
export const deskAuthor = 'otto-reed';

export const sections = [
  { slug: 'harbour', name: 'Harbour', position: 0 },
  { slug: 'town-hall', name: 'Town Hall', position: 1 },
  { slug: 'market', name: 'Market', position: 2 },
  { slug: 'schools', name: 'Schools', position: 3 },
  { slug: 'culture', name: 'Culture', position: 4 },
];

export const authors = [
  {
    slug: 'ada-winter',
    name: 'Ada Winter',
    bio: 'Ada Winter covers the harbour and the river. She grew up on a barge and still ties everything twice.',
  },
  {
    slug: 'ben-osei',
    name: 'Ben Osei',
    bio: 'Ben Osei reports on housing and the council. He has sat through more planning meetings than most councillors.',
  },
  {
    slug: 'carla-ruiz',
    name: 'Carla Ruiz',
    bio: 'Carla Ruiz writes about business, from the market square to the freight yard.',
  },
  {
    slug: 'dov-levin',
    name: 'Dov Levin',
    bio: 'Dov Levin, once a teacher, covers schools and what becomes of those who leave them.',
  },
  {
    slug: 'ines-vega',
    name: 'Ines Vega',
    bio: 'Ines Vega draws for the paper and writes about culture when somebody hides her pencils.',
  },
  {
    slug: 'otto-reed',
    name: 'Otto Reed',
    bio: 'Otto Reed writes about getting about, mostly after dark. His is the bicycle with two bells.',
  },
  {
    slug: 'tomas-hale',
    name: 'Tomas Hale',
    bio: 'Tomas Hale is the data editor. He counts things that others estimate.',
  },
];

export const tags = [
  { slug: 'housing', name: 'Housing' },
  { slug: 'the-wend', name: 'The Wend' },
  { slug: 'trams', name: 'Trams' },
  { slug: 'council', name: 'Council' },
  { slug: 'budget', name: 'Budget' },
  { slug: 'shops', name: 'Shops' },
  { slug: 'work', name: 'Work' },
  { slug: 'freight', name: 'Freight' },
  { slug: 'classrooms', name: 'Classrooms' },
  { slug: 'theatre', name: 'Theatre' },
  { slug: 'books', name: 'Books' },
  { slug: 'food', name: 'Food' },
  { slug: 'nature', name: 'Nature' },
];
