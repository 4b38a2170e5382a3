/** What the mails about money say, in German. Amounts, dates and moments come formatted; links are whole addresses. */
import type { LetterLine } from '../../platform/mail/letter.js';
import type { billingLetters as english } from '../en/billing-letters.js';

type Charge = Parameters<(typeof english)['trialStarted']>[0]['charge'];

const account = (link: string): LetterLine => ({ label: 'Ihr Konto', link });

function charged(charge: Charge): string {
  if (charge === null) return 'Ihr Abo läuft dann weiter, bis Sie kündigen.';
  const each = charge.interval === 'year' ? 'im Jahr' : 'im Monat';
  const discount = charge.isDiscounted ? ' abzüglich Ihres Rabatts' : '';
  return `Danach wird Ihre Karte mit ${charge.amount} ${each}${discount} belastet, bis Sie kündigen.`;
}

export const billingLetters: typeof english = {
  trialStarted: ({ plan, endsAt, charge, link }) => ({
    subject: 'Ihr Probeabo hat begonnen',
    lines: [
      `Willkommen${plan === null ? '' : ` bei ${plan}`}. Bis zum ${endsAt} steht Ihnen alles offen, kostenlos.`,
      `${charged(charge)} Vorher schreiben wir Ihnen noch einmal.`,
      'Damit nichts abgebucht wird, kündigen Sie vorher in Ihrem Konto; Sie lesen weiter, bis das Probeabo endet.',
      account(link),
    ],
  }),

  trialEnding: ({ endsOn, endsAt, charge, link }) => ({
    subject: `Ihr Probeabo endet am ${endsOn}`,
    lines: [
      `Ihr Probeabo endet am ${endsAt}.`,
      charged(charge),
      'Wenn Sie bleiben möchten, ist nichts zu tun. Wenn nicht, kündigen Sie vorher, und es wird nichts abgebucht.',
      account(link),
    ],
  }),

  trialRefused: (link) => ({
    subject: 'Ihr Probeabo wurde beendet: Es gibt eines pro Person',
    lines: [
      'Mit diesem Konto, dieser Adresse oder dieser Karte gab es hier schon ein Probeabo, und es gibt eines pro Person. Deshalb haben wir das neue sofort beendet; Ihre Karte wurde nicht belastet.',
      'Ohne Probezeit sind Sie herzlich willkommen:',
      account(link),
    ],
  }),

  duplicateEnded: (link) => ({
    subject: 'Ihr zweites Abo wurde beendet',
    lines: [
      'Sie haben schon ein Abo, deshalb haben wir das zweite sofort beendet. Was dafür abgebucht wurde, geben wir ganz zurück; am ersten hat sich nichts geändert.',
      account(link),
    ],
  }),

  receipt: ({ paid, paidOn, number, invoiceLink, link }) => ({
    subject: `Zahlungsbestätigung: ${paid}`,
    lines: [
      `Am ${paidOn} haben wir ${paid} erhalten${number === null ? '' : `, für Rechnung ${number}`}. Vielen Dank.`,
      ...(invoiceLink === null ? [] : [{ label: 'Rechnung ansehen', link: invoiceLink }]),
      account(link),
    ],
  }),

  refunded: (amount, link) => ({
    subject: `Erstattung: ${amount}`,
    lines: [
      `Wir haben Ihnen ${amount} erstattet. In fünf bis zehn Tagen erscheint der Betrag dort, von wo Sie bezahlt haben.`,
      account(link),
    ],
  }),

  paymentFailed: ({ due, attempt, payLink, nextAttemptOn, readsUntil, link }) => ({
    subject: `Ihre Zahlung über ${due} hat nicht geklappt`,
    lines: [
      attempt === 1
        ? `Ihre Bank hat die Abbuchung von ${due} nicht zugelassen. Vielleicht möchte sie, dass Sie die Zahlung bestätigen, oder Ihre Karte muss ersetzt werden.`
        : `Wir haben nun ${attempt} Mal versucht, ${due} abzubuchen, und Ihre Bank hat es nicht zugelassen.`,
      ...(payLink === null ? [] : [{ label: 'Bezahlen oder Zahlung bestätigen', link: payLink }]),
      nextAttemptOn === null
        ? 'Von uns aus versuchen wir es nicht noch einmal.'
        : `Am ${nextAttemptOn} versuchen wir es noch einmal. Wenn Sie vorher bezahlen, ist sofort alles erledigt.`,
      ...(readsUntil === null
        ? []
        : [`Bis zum ${readsUntil} lesen Sie weiter, was Mitglieder lesen.`]),
      account(link),
    ],
  }),

  endedUnpaid: (link) => ({
    subject: 'Ihr Abo ist beendet',
    lines: [
      'Die Zahlung für Ihr Abo ist nicht gelungen, deshalb ist es beendet. Es wird nichts mehr abgebucht.',
      'Sie sind jederzeit wieder willkommen:',
      account(link),
    ],
  }),
};
