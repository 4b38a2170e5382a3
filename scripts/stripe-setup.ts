/** `npm run stripe:setup`: makes a Stripe account ready for Broadsheet, as often as it is run. */
import 'reflect-metadata';
import { StripeSetup } from '../src/billing/setup/stripe-setup.service.js';
import { runStripeCommand } from './stripe-command.js';

const help = `npm run stripe:setup

Makes the Stripe account of STRIPE_SECRET_KEY ready, or brings it up to date:
the webhook endpoint at PUBLIC_URL/webhooks/stripe, the configuration of the
customer portal, and products and prices of plans that Stripe does not know.
Running it again changes nothing; after PUBLIC_URL has moved, it moves the
endpoint. The secret of a new endpoint is printed once: put it into
STRIPE_WEBHOOK_SECRETS.`;

await runStripeCommand({
  help,
  run: async (context) => {
    const { done, newSecret } = await context.get(StripeSetup, { strict: false }).run();
    for (const sentence of done) console.log(sentence);
    if (newSecret === null) return;
    console.log(`
The webhook secret, printed this once (Stripe's dashboard shows it, too):

  STRIPE_WEBHOOK_SECRETS=${newSecret}

Put it into the environment (or .env) of every process; beside a secret that is in use already,
comma-separated. Then start Broadsheet again, and run npm run stripe:doctor.`);
  },
});
