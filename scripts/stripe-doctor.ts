/** `npm run stripe:doctor`: says in one line each what is well and what is wrong between Broadsheet and Stripe. */
import 'reflect-metadata';
import { StripeDoctor } from '../src/billing/setup/stripe-doctor.service.js';
import { runStripeCommand } from './stripe-command.js';

const help = `npm run stripe:doctor

Looks at the Stripe account of STRIPE_SECRET_KEY and changes nothing: key, mode,
account, network, clock, webhook endpoint and secret, API version, portal,
prices. One line each; ends with 1 when something is wrong, and says what to do.`;

await runStripeCommand({
  help,
  run: async (context, secrets) => {
    const diagnoses = await context.get(StripeDoctor, { strict: false }).examine(secrets);
    for (const { isGood, subject, says } of diagnoses) {
      console.log(`${isGood ? 'ok     ' : 'PROBLEM'}  ${subject}: ${says}`);
    }
    if (diagnoses.some(({ isGood }) => !isGood)) process.exitCode = 1;
  },
});
