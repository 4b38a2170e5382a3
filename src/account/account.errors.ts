/** What can go wrong around a reader's own account. */
import { type Problem, invalidBody } from '../platform/http/problem.js';

export const notConfirmed = (): Problem =>
  invalidBody([{ field: 'confirm', message: 'must be your own e-mail address' }]);
