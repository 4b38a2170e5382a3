/** The type of the pass that opens an article's gated text; minting one is the paywall's alone. */
export type { AccessPass } from './access-pass.mint.js';
