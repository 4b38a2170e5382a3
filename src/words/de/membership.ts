/** What the pages say in German about a membership and an account. Functions take what is already formatted. */
import type { membership as english } from '../en/membership.js';

export const membership: typeof english = {
  account: {
    title: 'Ihr Konto',
    membership: 'Abo',
    invoices: 'Rechnungen',
    noInvoices: 'Bisher keine.',
    olderInvoices: 'Ältere Rechnungen',
    invoicesOf: 'Ihre Rechnungen',
    invoiceColumns: { date: 'Datum', number: 'Nummer', amount: 'Betrag', status: 'Status' },
    invoiceStatus: {
      draft: 'Wird geschrieben',
      open: 'Noch nicht bezahlt',
      paid: 'Bezahlt',
      uncollectible: 'Nicht bezahlt',
      void: 'Storniert',
    },
    invoiceFree: 'Nichts zu bezahlen',
    invoiceRefunded: 'Erstattet',
    invoiceRefundedPart: (amount) => `Bezahlt, ${amount} erstattet`,
    view: 'Ansehen',
    viewNumbered: (number) => `Ansehen: Rechnung ${number}`,
    details: 'Ihre Angaben',
    security: 'Passwort, Passkeys, Geräte',
    data: 'Ihre Daten',
    freeArticles: 'Freie Artikel',
    card: 'Karte',
    cardEnding: (brand, last4) => `${brand}, endet auf ${last4}`,
    anyCard: 'Karte',
    expires: (month) => `gültig bis ${month}`,
    expired: (month) => `war gültig bis ${month}`,
    expiresBefore: (date) =>
      `Sie läuft vor dem ${date} ab, wenn die nächste Zahlung fällig ist. Bitte hinterlegen Sie bis dahin eine andere.`,
    cardAtStripe: 'Ihre Karte liegt bei Stripe; wir sehen ihre Nummer nie.',
    portal: 'Karte oder Rechnungsangaben ändern',
    portalText: 'Öffnet sich bei Stripe. Danach kommen Sie hierher zurück.',
    payNow: 'Offene Rechnung bezahlen',
    payNowText: 'Öffnet sich bei Stripe. Sobald die Zahlung ankommt, ist alles wie zuvor.',
    changeCard: 'Andere Karte verwenden',
    changeCardText: 'Öffnet sich bei Stripe, wo Sie auch kündigen können.',
    cancel: 'Abo kündigen',
    cancelText:
      'Die nächste Seite sagt, bis wann Sie weiterlesen; bevor Sie dort drücken, geschieht nichts.',
    resume: 'Abo behalten',
    resumeText: 'Die nächste Seite sagt, was wann abgebucht wird.',
    writeToUs: (address) => `An ${address} schreiben`,
    join: 'Zum Angebot',
    joinAgain: 'Wieder Mitglied werden',
    signOut: 'Abmelden',
    problems: {
      paymentsUnavailable:
        'Wir erreichen den Zahlungsdienst gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.',
      outdated: 'Das geht nicht mehr. So ist der Stand jetzt.',
    },
  },

  change: {
    others: 'Was es sonst gibt',
    now: 'Jetzt',
    chargedNow: 'Sofort. Sie bezahlen den Unterschied zu dem, was Sie schon bezahlt haben.',
    freeNow: 'Sofort, und es wird nichts dafür abgebucht.',
    later: (date) => `Ab ${date}, wenn das Bezahlte aufgebraucht ist.`,
    look: (plan, price) => `Zu ${plan} wechseln, ${price}`,
    pending: (plan, price, date) =>
      `Bis zum ${date} haben Sie, was Sie bezahlt haben. Danach ist es ${plan} für ${price}.`,
    keep: 'Beim jetzigen Abo bleiben',
    keepText: 'Nimmt den Wechsel zurück. Es verlängert sich wie bisher.',
    title: (plan) => `Wechsel zu ${plan}`,
    from: (plan, price) => `Sie haben ${plan} für ${price}.`,
    dueNow: (amount) => `Ihre Karte wird mit ${amount} belastet.`,
    credit: (amount) => `Was von Ihrer Zahlung übrig ist, ${amount}, wird abgezogen.`,
    dueNothing: 'Der Wechsel ist vollzogen. Es wird nichts dafür abgebucht.',
    until: (date) => `Bis zum ${date}`,
    stays: 'Alles bleibt, wie es ist. Es wird nichts abgebucht.',
    afterwards: 'Danach',
    starting: (date) => `Ab ${date}`,
    renews: (price) => `${price}, bis Sie kündigen.`,
    next: (date) => `Am ${date}`,
    nextCharge: (amount) => `Die nächste Abbuchung: ${amount}.`,
    submitFor: (amount) => `Jetzt für ${amount} wechseln`,
    submit: 'Jetzt wechseln',
    submitLater: (date) => `Am ${date} wechseln`,
    toTheSecond:
      'Der Betrag ist auf die Sekunde genau berechnet, deshalb kann er um einen Cent abweichen.',
    back: 'So lassen, wie es ist',
    problems: {
      declined: (reason) =>
        `${reason} Es wurde nichts geändert und nichts abgebucht. Bitte versuchen Sie es mit einer anderen Karte.`,
      wantsOwner:
        'Ihre Bank möchte, dass Sie diese Zahlung bestätigen, und das geht hier nicht. Es wurde nichts geändert und nichts abgebucht. Bitte versuchen Sie es mit einer anderen Karte.',
    },
  },

  membership: {
    none: {
      title: 'Sie sind kein Mitglied',
      text: 'Sie haben ein Konto, deshalb stehen Ihnen einige Artikel offen. Mitglieder lesen alles.',
    },
    trialing: {
      title: (until) => `Ihr Probeabo läuft bis zum ${until}`,
      firstCharge: (amount, date) =>
        `Die erste Abbuchung über ${amount} ist am ${date}. Wenn Sie vorher kündigen, bezahlen Sie nichts.`,
      cancelled: 'Sie haben gekündigt. Es wird nichts abgebucht; bis dahin lesen Sie weiter.',
    },
    active: {
      title: 'Sie sind Mitglied',
      titleOf: (plan) => `Sie sind Mitglied: ${plan}`,
      renewsYear: (date, amount) =>
        `Verlängert sich am ${date} für ${amount} um ein weiteres Jahr.`,
      renewsMonth: (date, amount) =>
        `Verlängert sich am ${date} für ${amount} um einen weiteren Monat.`,
      cancelled: (date) =>
        `Sie haben gekündigt. Ihr Abo endet am ${date}; bis dahin lesen Sie weiter, und es wird nichts mehr abgebucht.`,
      given: (date) => `Ihr Abo ist ein Geschenk des Hauses und läuft bis zum ${date}.`,
      givenForGood: 'Ihr Abo ist ein Geschenk des Hauses.',
    },
    grace: {
      title: 'Ihre letzte Zahlung hat nicht geklappt',
      text: (date) =>
        `Sie lesen bis zum ${date} weiter. Bitte bezahlen Sie die offene Rechnung vorher, oder verwenden Sie eine andere Karte.`,
    },
    suspended: {
      title: 'Ihr Abo wartet auf eine Zahlung',
      text: 'Ihre letzte Zahlung hat nicht geklappt. Bezahlen Sie die offene Rechnung, oder verwenden Sie eine andere Karte: Sofort ist alles wieder offen.',
    },
    paused: {
      title: 'Ihr Abo ruht',
      text: 'Währenddessen wird nichts abgebucht. Schreiben Sie uns, und wir nehmen es wieder auf.',
    },
    blocked: {
      title: 'Ihr Abo ist angehalten',
      text: 'Eine Zahlung ist bei Ihrer Bank strittig. Sobald das geklärt ist, geht es von dort weiter. Wenn es ein Irrtum war, schreiben Sie uns.',
    },
    repeatTrial: {
      title: 'Sie hatten schon ein Probeabo',
      text: 'Es gibt eines pro Person, deshalb wurde dieses beendet, und es wurde nichts abgebucht. Ohne Probezeit sind Sie jederzeit willkommen.',
    },
    ended: {
      title: 'Ihr Abo ist beendet',
      text: 'Danke für die Zeit, die Sie bei uns waren. Ihr Konto bleibt, und Sie können jederzeit wieder Mitglied werden.',
    },
  },
};
