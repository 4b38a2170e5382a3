-- Outside of a transaction.
-- What staff look through is found without reading through it, however much there is.

CREATE INDEX CONCURRENTLY IF NOT EXISTS "webhook_events_receivedAt_stripeEventId_idx" ON "webhook_events"("receivedAt" DESC, "stripeEventId" DESC);

CREATE INDEX CONCURRENTLY IF NOT EXISTS "webhook_events_in_trouble" ON "webhook_events"("receivedAt" DESC, "stripeEventId" DESC) WHERE (status = ANY (ARRAY['failed'::"WebhookEventStatus", 'quarantined'::"WebhookEventStatus"]));

CREATE INDEX CONCURRENTLY IF NOT EXISTS "webhook_events_type_receivedAt_stripeEventId_idx" ON "webhook_events"("type", "receivedAt" DESC, "stripeEventId" DESC);

CREATE INDEX CONCURRENTLY IF NOT EXISTS "ledger_lines_back" ON "ledger_lines"("stripePaymentIntentId") WHERE (kind <> 'payment');

CREATE INDEX CONCURRENTLY IF NOT EXISTS "ledger_lines_stripeInvoiceId_idx" ON "ledger_lines"("stripeInvoiceId");

CREATE INDEX CONCURRENTLY IF NOT EXISTS "gifts_over" ON "gifts"(least("expiresAt", "revokedAt"));

CREATE INDEX CONCURRENTLY IF NOT EXISTS "memberships_by_status" ON "memberships"("status", "userId") WHERE ("ofRecord");

CREATE INDEX CONCURRENTLY IF NOT EXISTS "users_deleted" ON "users"("id") WHERE ("deletedAt" IS NOT NULL);

CREATE INDEX CONCURRENTLY IF NOT EXISTS "users_banned" ON "users"("id") WHERE ("bannedAt" IS NOT NULL);

CREATE INDEX CONCURRENTLY IF NOT EXISTS "users_of_the_house" ON "users"("id") WHERE (roles <> '{}');

-- Of the address and the name together; what is found by it is compared letter by letter.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "users_letters" ON "users" USING GIN (letters_in("email" || E'\n' || coalesce("name", '')));
