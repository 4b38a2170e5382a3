import { expect, it } from 'vitest';
import { type StartedFrom, refusedEdit, refusedStep } from './article-version.rules.js';

it.each<[string, StartedFrom, string | null, string | null]>([
  ['nothing', {}, 'version-unsaid', null],
  ['no header', { ifMatch: null }, 'version-unsaid', null],
  ['this version in the body', { version: 3 }, null, null],
  ['another version in the body', { version: 2 }, 'edited-meanwhile', 'edited-meanwhile'],
  ['this mark', { ifMatch: ['"v3"'] }, null, null],
  ['this mark among others', { ifMatch: ['"v9"', '"v3"'] }, null, null],
  ['any', { ifMatch: '*' }, null, null],
  ['another mark', { ifMatch: ['"v2"'] }, 'changed-meanwhile', 'changed-meanwhile'],
  ['only marks that never match', { ifMatch: [] }, 'changed-meanwhile', 'changed-meanwhile'],
  ['this and another', { ifMatch: ['"v3"'], version: 2 }, 'edited-meanwhile', 'edited-meanwhile'],
  ['another and this', { ifMatch: ['"v2"'], version: 3 }, 'changed-meanwhile', 'changed-meanwhile'],
])('a change of version 3 that names %s: an edit %s, a step %s', (_, from, edit, step) => {
  expect(refusedEdit(3, from)).toBe(edit);
  expect(refusedStep(3, from)).toBe(step);
});
