/** The metadata by which a session and a subscription at Stripe say which purchase of ours they belong to. */
export const checkoutMark = 'broadsheet_checkout';
