/** What can go wrong while an article is being opened. */
import { type Problem, unavailable } from '../../platform/http/problem.js';

export const changesTooFast = (): Problem =>
  unavailable('This article is being changed; try again in a moment.', 1);
