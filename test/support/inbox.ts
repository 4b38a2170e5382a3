/** The inbox as Stripe and an admin meet it: signed events go in, what became of each comes out. */
import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { Database } from '../../src/platform/database/database.js';
import type { KeptMail } from '../../src/platform/mail/mailbox.js';
import type { Answer } from './api.js';
import { type TestTown, webhookSecret } from './town.js';

export interface Sent {
  id: string;
  type: string;
  object: Record<string, unknown>;
  more?: Record<string, unknown>;
}

export interface TestInbox {
  /** Signed as Stripe signs. */
  send(event: Sent): Promise<Response>;
  /** The admins' list of events, or one of them. */
  desk(path?: string, token?: string): Promise<Answer>;
  /** What became of an event. */
  kept(id: string): Promise<Record<string, unknown>>;
  retry(id: string): Promise<Answer>;
}

export const someId = (kind: string) => `${kind}_${randomUUID().replaceAll('-', '')}`;

export const updated = (customer: string, id = someId('evt')): Sent => ({
  id,
  type: 'customer.subscription.updated',
  object: { object: 'subscription', id: 'sub_1', customer },
});

export function inboxOf(town: TestTown, admin: string): TestInbox {
  const path = '/api/v1/admin/webhook-events';
  const desk: TestInbox['desk'] = (more = '', token = admin) =>
    town.ask('GET', `${path}${more}`, { token });
  return {
    desk,
    kept: async (id) => (await desk(`/${id}`)).body as Record<string, unknown>,
    retry: (id) => town.ask('POST', `${path}/${id}/retry`, { token: admin }),
    send: ({ id, type, object, more = {} }) => {
      const payload = JSON.stringify({
        id,
        object: 'event',
        type,
        livemode: false,
        data: { object },
        ...more,
      });
      const signature = Stripe.webhooks.generateTestHeaderString({
        payload,
        secret: webhookSecret,
      });
      return fetch(`${town.url}/webhooks/stripe`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'stripe-signature': signature },
        body: payload,
      });
    },
  };
}

export interface AuditEntry {
  subjectId: string;
  actorId: string | null;
  detail: Record<string, unknown>;
}

export async function audited(town: TestTown, action: string): Promise<AuditEntry[]> {
  const { rows } = await town.app
    .get(Database)
    .pool.query<AuditEntry>(
      'select "subjectId", "actorId", detail from audit_entries where action = $1',
      [action],
    );
  return rows;
}

export async function lettersAbout(town: TestTown, words: string): Promise<KeptMail[]> {
  return (await town.mailbox()).filter(({ subject }) => subject.includes(words));
}
