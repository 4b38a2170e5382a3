/** What staff see of a plan: what readers see, and whether it is still sold. */
import { PlanView, presentPlan } from '../../plans/plan.presenter.js';
import type { Plan } from '../../plans/plan.js';

export class StaffPlanView extends PlanView {
  /** When it was taken off sale; its members keep it. */
  archivedAt: Date | null;
}

export class StaffPlanList {
  items: StaffPlanView[];
  nextCursor: string | null;
}

export function presentPlanToStaff(plan: Plan): StaffPlanView {
  return { ...presentPlan(plan), archivedAt: plan.archivedAt };
}
