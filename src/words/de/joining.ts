/** What the pages say in German to somebody who becomes a member. Functions take what is already formatted, or a count. */
import { pluralFor } from '../../platform/format/format.js';
import type { joining as english } from '../en/joining.js';

const plural = pluralFor('de');

/** After „nach“. */
const freeDays = (count: number) =>
  plural(count, { one: 'einem kostenlosen Tag', other: `${count} kostenlosen Tagen` });
const days = (count: number) => plural(count, { one: `${count} Tag`, other: `${count} Tage` });

export const joining: typeof english = {
  steps: {
    label: 'Drei Schritte zu Ihrem Abo',
    account: 'Ihr Konto',
    card: 'Ihre Karte',
    done: 'Weiterlesen',
    isDone: 'erledigt',
  },

  join: {
    title: 'Mitglied werden',
    standfirst: 'Die ganze Zeitung. Kündigen können Sie, wann Sie möchten.',
    choice: 'Wie Sie bezahlen',
    each: { year: 'Jährlich', month: 'Monatlich' },
    saves: (amount) => `${amount} weniger im Jahr als bei monatlicher Zahlung`,
    dates: 'Was wann geschieht',
    today: 'Heute',
    trialBegins: (count) => `Alles steht Ihnen offen. ${days(count)} lang bezahlen Sie nichts.`,
    membershipBegins: (amount) =>
      `Alles steht Ihnen offen. Ihre Karte wird mit ${amount} belastet.`,
    firstCharge: (amount) =>
      `Ihr Probeabo endet. Es folgt die erste Abbuchung über ${amount}. Wenn Sie vorher kündigen, bezahlen Sie nichts.`,
    everyYear: 'Danach jedes Jahr',
    everyMonth: 'Danach jeden Monat',
    renewal: (amount) => `Wieder ${amount}, bis Sie kündigen.`,
    anyDay: 'An jedem Tag',
    cancel:
      'Kündigen Sie in Ihrem Konto, mit zwei Klicks, ohne jemandem zu schreiben. Sie lesen weiter, bis das Bezahlte aufgebraucht ist.',
    total: 'Summe',
    totalTrial: {
      year: (today, amount, date) =>
        `Heute ${today}, dann ${amount} am ${date} und jedes Jahr wieder, bis Sie kündigen`,
      month: (today, amount, date) =>
        `Heute ${today}, dann ${amount} am ${date} und jeden Monat wieder, bis Sie kündigen`,
    },
    totalNow: {
      year: (amount) => `Heute ${amount}, dann ${amount} jedes Jahr, bis Sie kündigen`,
      month: (amount) => `Heute ${amount}, dann ${amount} jeden Monat, bis Sie kündigen`,
    },
    agreeTo: 'Ich akzeptiere die',
    terms: 'Bedingungen',
    andPay: (total) => `und bezahle ${total}.`,
    untilCancelled: (total) => `${total}, bis ich kündige`,
    afterTrial: (total, count) => `${total} nach ${freeDays(count)}, bis ich kündige`,
    byContinuing:
      'Wenn Sie weitergehen, sind Sie einverstanden zu bezahlen, was neben „Summe“ steht.',
    tax: 'Fällt Steuer an, steht sie auf der nächsten Seite, bevor Sie bezahlen.',
    payAtStripe: 'Ihre Karte geben Sie auf der nächsten Seite Stripe; wir sehen sie nie.',
    oneTrial: 'Es gibt ein Probeabo pro Person.',
    code: {
      ask: 'Ich habe einen Code',
      label: 'Ihr Code',
      hint: 'Was er abzieht, steht auf der nächsten Seite, bevor Sie bezahlen.',
      problems: {
        unknown:
          'Diesen Code gibt es nicht. Bitte prüfen Sie die Schreibweise, oder lassen Sie ihn weg.',
        over: 'Dieser Code ist abgelaufen oder aufgebraucht.',
        'other-person': 'Dieser Code ist für jemand anderen.',
        'other-plan': 'Dieser Code ist für ein anderes Abo.',
        'other-currency': 'Dieser Code gilt nicht in dieser Währung.',
        'too-small': 'Dieser Code gilt erst für größere Käufe.',
        refused: 'Dieser Code gilt hier nicht; vielleicht ist er nur für einen ersten Kauf.',
      },
    },
    accountFirst: 'Zuerst ein Konto',
    accountFirstText:
      'Ein Abo gehört zu einer E-Mail-Adresse, deshalb fragen wir vor Ihrer Karte danach. Es dauert zwei Minuten.',
    register: 'Konto eröffnen',
    signIn: 'Ich habe eines: anmelden',
    teams: 'Für Teams',
    teamSeat: (price) => `${price} je Platz`,
    teamText:
      'Abos für mehrere Personen vereinbaren wir per Mail. Schreiben Sie uns, wie viele Sie sind.',
    already: 'Sie sind schon Mitglied',
    alreadyText:
      'Es gibt nichts weiter zu kaufen. Ihre Termine, Ihre Karte und Ihre Rechnungen stehen in Ihrem Konto.',
    toAccount: 'Zu Ihrem Konto',
    readOn: 'Weiterlesen',
    nothingOnSale: 'Zurzeit wird nichts verkauft. Bitte schauen Sie bald wieder vorbei.',
    nothingOnSaleText: 'Was frei zu lesen ist, bleibt frei, und wer Mitglied ist, bleibt es.',
    problems: {
      pressedTwice: 'Das ist zweimal zugleich angekommen. Bitte versuchen Sie es noch einmal.',
      unknownPrice: 'Diesen Preis gibt es nicht mehr. Dies sind die aktuellen.',
      code: 'Der Code konnte nicht verwendet werden. Es wurde nichts gekauft.',
      termsNotAccepted:
        'Bitte setzen Sie den Haken bei den Bedingungen; ohne ihn dürfen wir Ihnen nichts verkaufen.',
      currencyBound:
        'Sie bezahlen schon in einer anderen Währung, und in zweien geht es nicht. Bitte wählen Sie einen Preis in dieser.',
      paymentsUnavailable:
        'Wir erreichen den Zahlungsdienst gerade nicht. Es wurde nichts abgebucht; bitte versuchen Sie es in einer Minute noch einmal.',
    },
  },

  welcome: {
    title: 'Willkommen',
    standfirst: 'Sie sind jetzt Mitglied. Alles steht Ihnen offen.',
    byMail: (email) => `Eine Mail mit alldem ist an ${email} unterwegs.`,
    pendingTitle: 'Einen Augenblick',
    pendingText:
      'Stripe hat uns noch nicht gesagt, ob Ihre Zahlung angekommen ist. Das dauert meist ein paar Sekunden; diese Seite sieht von selbst wieder nach.',
    unreachableText:
      'Wir erreichen Stripe gerade nicht und wissen deshalb noch nicht, ob Ihre Zahlung angekommen ist. Nichts geht verloren, und nichts wird doppelt abgebucht; diese Seite sieht von selbst wieder nach.',
    stillPendingText:
      'Stripe hat uns noch immer nichts gesagt. Bei manchen Banken dauert es länger. Sobald es so weit ist, beginnt Ihr Abo, und wir schreiben Ihnen; Sie brauchen hier nicht zu warten.',
    checkAgain: 'Noch einmal nachsehen',
    continueReading: 'Weiterlesen',
    readOn: (article) => `Weiterlesen: ${article}`,
    toAccount: 'Ihr Konto',
  },

  cancelled: {
    title: 'Es wurde nichts abgebucht',
    text: 'Sie sind vor dem Ende gegangen, deshalb gibt es kein Abo, und Ihre Karte wurde nicht belastet. Das Angebot steht.',
    kept: 'Ihr Konto bleibt. Nächstes Mal beginnen Sie mit der Karte.',
    again: 'Zurück zum Angebot',
    continueReading: 'Zurück dorthin, wo Sie waren',
    backTo: (article) => `Zurück zu „${article}“`,
  },
};
