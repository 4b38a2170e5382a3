/** What can be wrong with an article, a section or an author. */
import type { StepRefusal } from './desk/article-steps.rules.js';
import type { VersionRefusal } from './desk/article-version.rules.js';
import { type FieldError, Problem, invalidBody, notFound } from '../platform/http/problem.js';

export const articleNotFound = notFound;

export const slugTaken = (slug: string): Problem =>
  new Problem({
    status: 409,
    code: 'articles/slug-taken',
    detail: `The slug "${slug}" is taken; choose another one.`,
  });

/** To an author, of an article that she may know from the paper; of any other she hears 404. */
export const notYours = (): Problem =>
  new Problem({
    status: 403,
    code: 'articles/not-yours',
    detail: 'This is a colleague’s article; only she and the editors may open it.',
  });

/** What an edit hears that would write over somebody else's, or does not say that it would not. */
export function wrongVersion(refusal: VersionRefusal, version: number): Problem {
  const again = `it is at version ${version}. Read it again first.`;
  switch (refusal) {
    case 'version-unsaid':
      return new Problem({
        status: 428,
        code: 'articles/precondition-required',
        detail:
          'Say which version you have edited: its ETag in If-Match, or its "version" in the body. ' +
          'If-Match: * writes over whatever is there.',
      });
    case 'changed-meanwhile':
      return new Problem({
        status: 412,
        code: 'articles/changed-meanwhile',
        detail: `Somebody has changed this article: ${again}`,
      });
    case 'edited-meanwhile':
      return new Problem({
        status: 409,
        code: 'articles/edited-meanwhile',
        detail: `Somebody has edited this article: ${again}`,
      });
  }
}

const stepRefusals: Record<StepRefusal, string> = {
  'not-published': 'No reader sees this article; there is nothing to take back.',
  'is-published': 'This article is published; take it back before you schedule it.',
  'is-scheduled': 'This article is scheduled; take it off the schedule before you delete it.',
  'not-scheduled': 'This article is not scheduled: it never was, or its time has come.',
  'was-published': 'This article has been published; unpublish it instead of deleting it.',
};

export const stepRefused = (refusal: StepRefusal): Problem =>
  new Problem({ status: 409, code: `articles/${refusal}`, detail: stepRefusals[refusal] });

export const timeIsPast = (): Problem =>
  invalidBody([{ field: 'publishAt', message: 'Name a moment that is still to come.' }]);

/** Another article, section, author or tag of theirs went while this one was being written. */
export const referenceGone = (): Problem =>
  new Problem({
    status: 409,
    code: 'articles/reference-gone',
    detail: 'A section, an author or a tag that this article names was deleted just now.',
  });

export const inUse = (what: string, articles: number): Problem =>
  new Problem({
    status: 409,
    code: 'articles/in-use',
    detail: `This ${what} is named by ${articles} ${articles === 1 ? 'article' : 'articles'}.`,
    extra: { articles },
  });

export const editorNeeded = (): Problem =>
  new Problem({
    status: 403,
    code: 'articles/editor-needed',
    detail: 'This article is scheduled or has been published; only an editor may change it now.',
  });

export const notReady = (missing: FieldError[]): Problem =>
  new Problem({
    status: 422,
    code: 'articles/not-ready',
    detail: missing.map(({ message }) => message).join(' '),
    errors: missing,
  });

export const nestedTooDeep = (): Problem =>
  invalidBody([{ field: 'bodyHtml', message: 'The elements are nested too deep.' }]);

export const lostMarker = (): Problem =>
  invalidBody([
    {
      field: 'bodyHtml',
      message:
        'Something here looks like a paywall marker and would not be one. Set it as the comment ' +
        '<!--paywall--> in the HTML itself, between two paragraphs, or take it out.',
    },
  ]);

export const unknownSlugs = (field: string, what: string, slugs: string[]): Problem =>
  invalidBody([
    { field, message: `There is no ${what} ${slugs.map((slug) => `"${slug}"`).join(', ')}.` },
  ]);

export const refusedBody = invalidBody;
