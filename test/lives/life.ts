/** Somebody who lives: a person with a card and with what she has left open. */
import { cards, freshCard } from '../support/cards.js';
import type { Person } from '../support/place.js';
import type { Wallet } from './deeds.js';

export interface Life extends Person {
  /** The card that nobody else has. */
  card: string;
  /** Pages of Stripe's that she has opened and not paid. */
  pages: string[];
}

export function cardOf(life: Life, wallet: Wallet): string {
  return wallet === 'her own' ? life.card : cards[wallet];
}

export function lifeOf(person: Person): Life {
  return { ...person, card: freshCard(), pages: [] };
}
