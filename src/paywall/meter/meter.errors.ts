/** What can go wrong while staff set the meter. */
import { type Problem, invalidBody } from '../../platform/http/problem.js';

export const unknownSections = (slugs: string[]): Problem =>
  invalidBody([{ field: 'exemptSections', message: `there is no section ${slugs.join(', ')}` }]);
