/** The seed's hand on the Stripe simulator: its clock, and its Checkout page. */

export class Simulator {
  constructor(private readonly base: string) {}

  async now(): Promise<Date> {
    const { now } = (await this.ask('GET', '/_sim/clock')) as { now: string };
    return new Date(now);
  }

  /** Starts a history in the past; refused once there is a subscription. */
  async setClock(instant: Date): Promise<void> {
    await this.ask('POST', '/_sim/clock/set', { now: instant.toISOString() });
  }

  /** Moves forward to an instant and does everything that falls due on the way. */
  async advanceTo(instant: Date): Promise<void> {
    const seconds = Math.round((instant.getTime() - (await this.now()).getTime()) / 1000);
    if (seconds > 0) await this.ask('POST', '/_sim/clock/advance', { seconds });
  }

  /** Does what a reader does on the Checkout page. */
  async complete(sessionId: string, card: string): Promise<void> {
    await this.ask('POST', `/_sim/checkout/sessions/${sessionId}/complete`, { card });
  }

  /** While a history is made nobody listens; the seed brings the books up to date by itself. */
  async holdEvents(): Promise<void> {
    await this.ask('PUT', '/_sim/faults', { events: [{ type: '*', action: 'drop' }], api: [] });
  }

  async releaseEvents(): Promise<void> {
    await this.ask('PUT', '/_sim/faults', { events: [], api: [] });
  }

  async reset(): Promise<void> {
    await this.ask('POST', '/_sim/reset', {});
  }

  private async ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(new URL(path, this.base), {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`The Stripe simulator answered ${response.status} to ${path}: ${text}`);
    }
    return text === '' ? null : JSON.parse(text);
  }
}
