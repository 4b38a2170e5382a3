-- The key of a reminder names the end that it was about, since that can be moved: whoever has had hers before gets no second one.
UPDATE "billing_letters" AS letter
SET "key" = letter."key" || ':' || extract(epoch FROM membership."trialEndsAt")::bigint
FROM "stripe_subscriptions" AS subscription
JOIN "memberships" AS membership ON membership."id" = subscription."membershipId"
WHERE letter."key" = 'trial-ending:' || subscription."stripeSubscriptionId"
  AND membership."trialEndsAt" IS NOT NULL;
