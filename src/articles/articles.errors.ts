/** What can be wrong with an article, a section or an author. */
import { type FieldError, Problem, invalidBody, notFound } from '../platform/http/problem.js';

export const articleNotFound = notFound;

export const slugTaken = (slug: string): Problem =>
  new Problem({
    status: 409,
    code: 'articles/slug-taken',
    detail: `The slug "${slug}" is taken; choose another one.`,
  });

export const editedMeanwhile = (version: number): Problem =>
  new Problem({
    status: 409,
    code: 'articles/edited-meanwhile',
    detail: `Somebody has edited this article: it is at version ${version}. Read it again first.`,
  });

export const notPublished = (): Problem =>
  new Problem({
    status: 409,
    code: 'articles/not-published',
    detail: 'This article is a draft; there is nothing to take back.',
  });

export const wasPublished = (): Problem =>
  new Problem({
    status: 409,
    code: 'articles/was-published',
    detail: 'This article has been published; unpublish it instead of deleting it.',
  });

export const editorNeeded = (): Problem =>
  new Problem({
    status: 403,
    code: 'articles/editor-needed',
    detail: 'This article has been published; only an editor may change it now.',
  });

/** To an author. Nobody comes upon an article's id by guessing, so that a 404 would hide nothing. */
export const notYours = (): Problem =>
  new Problem({
    status: 403,
    code: 'articles/not-yours',
    detail: 'This is a colleague’s article; only she and the editors may open it.',
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
