/** Why a database cannot be moved; the message is one sentence for the person at the terminal. */
export class MoveRefused extends Error {}
