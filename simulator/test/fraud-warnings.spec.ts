/** Early fraud warnings: an issuer suspects a payment, and the account hears of it. */
import { describe, expect, it } from 'vitest';
import { lastEvent, startTeam } from './members.js';
import { startTown } from './support.js';

async function suspectedTown() {
  const town = await startTown();
  await startTeam(town);
  const [charge] = (await town.stripe.charges.list()).data;
  if (!charge) throw new Error('No charge');
  town.mark();
  const { body } = await town.sim('POST', `/charges/${charge.id}/fraud-warning`, {
    fraudType: 'made_with_stolen_card',
  });
  return { town, charge, warning: String(body['earlyFraudWarning']?.['id']) };
}

describe('an early fraud warning', () => {
  it('names the charge and its payment, and no customer', async () => {
    const { town, charge, warning } = await suspectedTown();
    expect(town.happened()).toEqual(['radar.early_fraud_warning.created']);
    const event = lastEvent(town, 'radar.early_fraud_warning.created');
    expect(event.data.object).toEqual({
      id: warning,
      object: 'radar.early_fraud_warning',
      actionable: true,
      charge: charge.id,
      created: event.created,
      fraud_type: 'made_with_stolen_card',
      livemode: false,
      payment_intent: charge.payment_intent,
    });
  });

  it('is found by its charge, by its payment and by itself, and shows both when asked', async () => {
    const { town, charge, warning } = await suspectedTown();
    const { earlyFraudWarnings } = town.stripe.radar;
    const byCharge = await earlyFraudWarnings.list({ charge: charge.id });
    const byPayment = await earlyFraudWarnings.list({
      payment_intent: charge.payment_intent as string,
    });
    expect([byCharge, byPayment].map(({ data }) => data[0]?.id)).toEqual([warning, warning]);
    expect((await earlyFraudWarnings.list({ charge: 'ch_other' })).data).toEqual([]);
    const whole = await earlyFraudWarnings.retrieve(warning, {
      expand: ['charge', 'payment_intent'],
    });
    expect(whole).toMatchObject({
      charge: { id: charge.id },
      payment_intent: { id: charge.payment_intent },
    });
    await expect(earlyFraudWarnings.retrieve('issfr_other')).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  it('leaves nothing to do once the money is given back', async () => {
    const { town, charge, warning } = await suspectedTown();
    await town.stripe.refunds.create({ charge: charge.id, amount: 1000 });
    const look = () => town.stripe.radar.earlyFraudWarnings.retrieve(warning);
    expect(await look()).toMatchObject({ actionable: true });
    await town.stripe.refunds.create({ charge: charge.id });
    expect(await look()).toMatchObject({ actionable: false });
    expect(town.happened()).toContain('radar.early_fraud_warning.updated');
  });

  it('is made for a known kind of fraud and a payment that was made', async () => {
    const { town, charge } = await suspectedTown();
    const unknown = await town.sim('POST', `/charges/${charge.id}/fraud-warning`, {
      fraudType: 'bad_luck',
    });
    expect(unknown.status).toBe(400);
    const missing = await town.sim('POST', '/charges/ch_other/fraud-warning', {
      fraudType: 'misc',
    });
    expect(missing.status).toBe(404);
  });
});
