/** Does the deeds of a life: at the product as she would, on Stripe's pages as she would, and lets time pass. */
import { Problem } from '../../src/platform/http/problem.js';
import type { Answer } from '../support/api.js';
import {
  answerBank,
  askAs,
  askForCheckout,
  comeBack,
  newCard,
  payPage,
  usePortal,
} from '../support/person.js';
import { type Person, type Place, truthOf } from '../support/place.js';
import { halfOff } from '../support/town-place.js';
import { sessionIn } from '../support/town.js';
import { customersOf } from '../support/truth.js';
import { atStripe, runningOf, unlessRefused } from './at-stripe.js';
import type { Deed, PersonalDeed, Wallet } from './deeds.js';
import { type Life, cardOf } from './life.js';

export type Reconcile = () => Promise<unknown>;

export async function live(
  place: Place,
  lives: readonly Life[],
  reconcile: Reconcile,
  deed: Deed,
): Promise<void> {
  switch (deed.does) {
    case 'let time pass':
      return place.pass(deed.hours * 3600);
    case 'reconcile':
      await unlessDown(reconcile);
      return;
    case 'be calm':
      return setFaults(place, [], []);
    case 'suffer faults':
      return setFaults(
        place,
        deed.events.map((fault) => ({
          type: '*',
          ...fault,
          ...(fault.action === 'delay' ? { seconds: 0.2 } : {}),
        })),
        deed.calls === null ? [] : [{ path: '/v1/*', ...deed.calls }],
      );
    default: {
      const life = lives[deed.who % lives.length];
      if (life === undefined) throw new Error('Nobody lives here.');
      return alone(place, life, deed);
    }
  }
}

async function setFaults(place: Place, events: object[], api: object[]): Promise<void> {
  const { status, text } = await place.askSimulator('PUT', '/_sim/faults', { events, api });
  if (status !== 200) throw new Error(`The faults were not taken: ${text}`);
}

function alone(place: Place, life: Life, deed: PersonalDeed): Promise<void> {
  switch (deed.does) {
    case 'subscribe':
    case 'open a page':
    case 'pay an old page':
    case 'subscribe past the product':
      return buy(place, life, deed);
    case 'cancel':
    case 'resume':
      return click(place, life, 'POST', `/api/v1/me/membership/${deed.does}`);
    case 'look':
      return click(place, life, 'GET', '/api/v1/me/membership');
    case 'change the plan':
      return click(place, life, 'POST', '/api/v1/me/membership/change', {
        priceId: place.prices[deed.offer],
      });
    case 'be shown out':
      return click(place, place.admin, 'POST', `/api/v1/admin/members/${life.userId}/cancel`, {
        at: deed.at,
      });
    case 'be refunded by staff':
      return click(place, place.admin, 'POST', `/api/v1/admin/members/${life.userId}/refund`, {});
    case 'cancel in the portal':
    case 'resume in the portal':
    case 'change the card':
      return inThePortal(place, life, deed);
    default:
      return unlessRefused(() => atStripe(place, life, deed));
  }
}

async function buy(
  place: Place,
  life: Life,
  deed: Extract<
    PersonalDeed,
    { does: 'subscribe' | 'open a page' | 'pay an old page' | 'subscribe past the product' }
  >,
): Promise<void> {
  if (deed.does === 'subscribe past the product') return buyPastUs(place, life, deed);
  if (deed.does !== 'pay an old page') {
    const answer = mannerly(
      await askForCheckout(
        place,
        life,
        deed.offer,
        deed.does === 'subscribe' && deed.withCode ? { promotionCode: halfOff } : {},
      ),
    );
    if (answer.status !== 201) return;
    const page = sessionIn((answer.body as { url: string }).url);
    if (!life.pages.includes(page)) life.pages.push(page);
    if (deed.does === 'open a page') return;
  }
  const page = life.pages.pop();
  if (page === undefined) return;
  const paid = await payPage(place, page, cardOf(life, deed.card));
  if (paid.status >= 500) throw new Error(`The page failed: ${paid.text}`);
  if (deed.does === 'subscribe' && deed.comesBack) mannerly(await comeBack(place, life, page));
}

/** A second way to the same thing, which our own door would have kept shut. */
async function buyPastUs(
  place: Place,
  life: Life,
  deed: { offer: 'yearly' | 'monthly'; card: Wallet },
): Promise<void> {
  await unlessRefused(async () => {
    const truth = await truthOf(place);
    const customer = truth.customers.find(
      ({ id, deleted }) => !deleted && customersOf(truth, life.userId).has(id),
    );
    const amount = deed.offer === 'yearly' ? 30_000 : 2_900;
    const price = truth.prices.find(({ unit_amount: each }) => each === amount);
    if (customer === undefined || price === undefined) return;
    const page = await place.stripe.checkout.sessions.create({
      mode: 'subscription',
      customer: customer.id,
      client_reference_id: life.userId,
      line_items: [{ price: price.id, quantity: 1 }],
      success_url: 'http://localhost/',
    });
    await payPage(place, page.id, cardOf(life, deed.card));
  });
}

async function click(
  place: Place,
  who: Person,
  method: string,
  path: string,
  body?: object,
): Promise<void> {
  mannerly(await askAs(place, who, method, path, body === undefined ? {} : { body }));
}

async function inThePortal(
  place: Place,
  life: Life,
  deed: Extract<
    PersonalDeed,
    { does: 'cancel in the portal' | 'resume in the portal' | 'change the card' }
  >,
): Promise<void> {
  const customers = customersOf(await truthOf(place), life.userId);
  if (customers.size === 0) return;
  const opened = mannerly(await askAs(place, life, 'POST', '/api/v1/billing/portal-sessions'));
  if (opened.status !== 201) return;
  const { url } = opened.body as { url: string };
  if (deed.does === 'change the card') {
    const next = await usePortal(url, newCard(cardOf(life, deed.card)));
    const intent = /\/3ds\/(\w+)/.exec(next)?.[1];
    if (intent !== undefined) await answerBank(place, intent, 'complete');
    return;
  }
  const running = await runningOf(place, life);
  if (running === undefined) return;
  const action = deed.does === 'cancel in the portal' ? 'cancel' : 'resume';
  await usePortal(url, { action, subscription: running.id });
}

/** Whatever happens at Stripe, a person is told in an orderly way. */
function mannerly(answer: Answer): Answer {
  const orderly = answer.status < 500 || answer.status === 502 || answer.status === 503;
  if (!orderly) throw new Error(`The product answered ${answer.status}: ${answer.text}`);
  return answer;
}

/** Stripe that fails is told as a problem, to whoever asks for a reconciliation too. */
async function unlessDown(reconcile: Reconcile): Promise<void> {
  try {
    await reconcile();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}
