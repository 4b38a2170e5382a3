/** The frame of every page of the portal, and what each of them is shown with. */
import type { Customer, PortalConfiguration, PortalSession } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { alert, type Problem, type TypedForm } from './fields.js';
import { html, type Html } from './html.js';
import type { Page } from './layout.js';

export interface PortalView {
  world: World;
  /** The address of this portal page. */
  path: string;
  session: PortalSession;
  configuration: PortalConfiguration;
  customer: Customer;
  typed: TypedForm;
  problem: Problem | null;
}

export function portal(view: PortalView, body: Html): Page {
  return {
    title: 'Manage your membership',
    narrow: true,
    leadsTo: [
      view.session.return_url,
      view.session.flow?.after_completion.redirect?.return_url ?? null,
    ],
    body: html`${view.session.return_url && html`<p><a href="${view.session.return_url}">← Return to the site</a></p>`}
    ${alert(view.problem)} ${body}`,
  };
}

/** The last page of a session that was made for one purpose, where its maker wants it. */
export function donePage(view: PortalView): Page {
  const message = view.session.flow?.after_completion.hosted_confirmation?.custom_message;
  return portal(
    view,
    html`<section class="panel">
      <h1>All done</h1>
      <p>${message ?? 'Your changes have been saved.'}</p>
    </section>`,
  );
}

/** Where a finished change leads: what the session was made for may end elsewhere than on its overview. */
export function afterChange(
  path: string,
  { flow }: PortalSession,
  purposes: readonly string[],
): string {
  const completion = flow && purposes.includes(flow.type) ? flow.after_completion : null;
  if (completion?.type === 'redirect' && completion.redirect) return completion.redirect.return_url;
  return `${path}?view=${completion?.type === 'hosted_confirmation' ? 'done' : 'overview'}`;
}
