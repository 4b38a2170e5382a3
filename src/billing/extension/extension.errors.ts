/** Why a membership cannot be let go on, in the words staff act on. */
import type { ExtensionDenial } from '../../memberships/extension.rules.js';
import { Problem, invalidBody } from '../../platform/http/problem.js';

type Conflict = Exclude<ExtensionDenial, 'too-early' | 'too-far'>;

const conflicts: Record<Conflict, string> = {
  'nothing-runs': 'She has no running membership; give her one instead.',
  blocked: 'Her payment is under dispute; what she holds is blocked until the bank has decided.',
  overdue: 'A payment of hers is overdue; it has to be made, or the membership to be ended, first.',
  paused: 'Her membership is paused; it has to be taken up again first.',
  'is-leaving':
    'She has cancelled: have the cancellation taken back, or give her one when it ends.',
  'change-comes':
    'She moves to another price at the end of the period; have that taken back first.',
};

export function cannotExtend(denial: ExtensionDenial): Problem {
  if (denial === 'too-early') {
    return invalidBody([{ field: 'until', message: 'must be in the future, and after its end' }]);
  }
  if (denial === 'too-far') {
    return invalidBody([{ field: 'until', message: 'must be within two years' }]);
  }
  return new Problem({
    status: 409,
    code: `memberships/${denial}`,
    detail: conflicts[denial],
  });
}
