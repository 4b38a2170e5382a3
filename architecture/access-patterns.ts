/** What can happen to somebody at a door, and the doors that are alike: the words of the access matrix. */

/** The columns: everybody who may knock, from the street to the boss's office. */
export const people = [
  'stranger',
  'reader',
  'member',
  'lapsed',
  'banned',
  'author',
  'editor',
  'admin',
] as const;
export type PersonKind = (typeof people)[number];

/** Who they are, for the documentation. */
export const whoTheyAre: Record<PersonKind, string> = {
  stranger: 'has no account, or does not say so',
  reader: 'has registered and never paid',
  member: 'holds a membership that runs',
  lapsed: 'held one that has ended',
  banned: 'comes with the session she had before she was banned',
  author: 'writes articles of her own',
  editor: 'edits and publishes those of everybody',
  admin: 'runs plans, members and settings',
};

/** What each outcome means. */
export const outcomes = {
  in: 'let in: what comes back depends on what she sends',
  teaser: 'answered, but the text behind the wall stays there',
  own: 'let in to what is hers; what is anybody else’s is 404, byte for byte like what does not exist',
  'sign-in': 'sent to the page where she signs in (303)',
  401: 'refused: a valid session is needed',
  403: 'refused: the account may not do this',
  404: 'refused as if there were nothing',
} as const;
export type Outcome = keyof typeof outcomes;

/** What one door does to each of the people, in the order of the columns. */
export type Door = readonly [
  stranger: Outcome,
  reader: Outcome,
  member: Outcome,
  lapsed: Outcome,
  banned: Outcome,
  author: Outcome,
  editor: Outcome,
  admin: Outcome,
];

// The cells of a column stand under each other.
// prettier-ignore
export const doors = {
  //                stranger   reader    member  lapsed    banned     author    editor  admin
  /** Says `@Public()`, or shows the same page to all. */
  everybody:       ['in',      'in',     'in',   'in',     'in',      'in',     'in',   'in' ],
  /** A file of a library's that is not there. */
  nobody:          [404,       404,      404,    404,      404,       404,      404,    404  ],
  /** Says `@OptionalSession()`: a token that is shown must be good. */
  optionalSession: ['in',      'in',     'in',   'in',     401,       'in',     'in',   'in' ],
  /** Says nothing, and so demands a session: what is here concerns the one who is signed in. */
  signedIn:        [401,       'in',     'in',   'in',     401,       'in',     'in',   'in' ],
  /** Says `@DemandsCookie()`: the same for a session of the pages, and from our own pages only. */
  browser:         [401,       'in',     'in',   'in',     401,       'in',     'in',   'in' ],
  /** The same, for something that only a membership gives. */
  membersOnly:     [401,       403,      'in',   403,      401,       403,      403,    403  ],
  /** A session is demanded, and the address has the id of something of hers. */
  owner:           [401,       'own',    'own',  'own',    401,       'own',    'own',  'own'],
  /** Names a permission that authors have. */
  desk:            [401,       403,      403,    403,      401,       'in',     'in',   'in' ],
  /** The same, with an article's id in the address. A colleague's that readers can see is no secret: 403. */
  ownArticles:     [401,       403,      403,    403,      401,       'own',    'in',   'in' ],
  /** Names a permission that editors have. */
  editors:         [401,       403,      403,    403,      401,       403,      'in',   'in' ],
  /** Names a permission that only admins have. */
  admins:          [401,       403,      403,    403,      401,       403,      403,    'in' ],
  /** An article for members, in the API. */
  membersText:     ['teaser',  'teaser', 'in',   'teaser', 401,       'teaser', 'in',   'in' ],
  /** The same on a page, where a session that has ended is none. */
  membersPage:     ['teaser',  'teaser', 'in',   'teaser', 'teaser',  'teaser', 'in',   'in' ],
  /** A page about the one who is signed in. */
  signedInPage:    ['sign-in', 'in',     'in',   'in',     'sign-in', 'in',     'in',   'in' ],
  /** The same, for something that only a membership gives. */
  membersOnlyPage: ['sign-in', 403,      'in',   403,      'sign-in', 403,      403,    403  ],
  /** About the one who is signed in, with the id of something of hers in the address. */
  ownerPage:       ['sign-in', 'own',    'own',  'own',    'sign-in', 'own',    'own',  'own'],
} as const satisfies Record<string, Door>;
export type DoorName = keyof typeof doors;
