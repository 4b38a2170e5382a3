/** What the pages say in German to somebody who reads: the paper itself, the wall, the errors. Functions take what is already formatted, or a count. */
import { pluralFor } from '../../platform/format/format.js';
import type { reading as english } from '../en/reading.js';

const plural = pluralFor('de');

/** After „nach“ or „in“. */
function inDuration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return plural(minutes, { one: 'einer Minute', other: `${minutes} Minuten` });
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? `${hours} Stunden` : inDays(Math.ceil(hours / 24));
}

/** After „nach“ or „in“. */
const inDays = (count: number) => plural(count, { one: 'einem Tag', other: `${count} Tagen` });
const days = (count: number) => plural(count, { one: `${count} Tag`, other: `${count} Tage` });

/** After „Sie haben“. */
const freeArticles = (count: number) =>
  plural(count, { one: 'Ihren freien Artikel', other: `Ihre ${count} freien Artikel` });

export const reading: typeof english = {
  layout: {
    skip: 'Zum Text springen',
    sections: 'Ressorts',
    account: 'Ihr Konto',
    signIn: 'Anmelden',
    join: 'Mitglied werden',
    frontPage: 'Titelseite',
    search: 'Suche',
    feed: 'RSS-Feed',
    allSections: 'Alle Ressorts',
    footer: 'Über diese Seiten',
    colophon: 'Bezahlt von den Leserinnen und Lesern. Auf diesen Seiten verfolgt Sie niemand.',
    questions: 'Fragen zu Ihrem Abo?',
  },

  article: {
    kinds: {
      story: null,
      memo: 'Memo',
      'trend-report': 'Trendbericht',
      briefing: 'Briefing',
    },
    gates: {
      public: null,
      registered: 'Kostenlos mit Konto',
      metered: null,
      members: 'Für Mitglieder',
    },
    by: (names) => `Von ${names}`,
    published: 'Erschienen',
    updated: 'Aktualisiert',
    meterHint: ({ remaining, limit, windowDays }) =>
      windowDays === null
        ? `Noch ${remaining} von ${limit} freien Artikeln in diesem Monat.`
        : `Noch ${remaining} von ${limit} freien Artikeln; jeder kommt nach ${inDays(windowDays)} zurück.`,
    meterLast: ({ limit, windowDays }) =>
      `Das war ${plural(limit, {
        one: 'Ihr freier Artikel',
        other: `der letzte von ${limit} freien Artikeln`,
      })}${windowDays === null ? ' in diesem Monat' : ''}.`,
    meterJoin: 'Lesen, ohne zu zählen',
    meterRegister: (limit) => `Kostenlos registrieren und ${limit} lesen`,
  },

  preview: {
    notPublished: 'Vorschau, nicht veröffentlicht.',
    published: 'Vorschau eines veröffentlichten Artikels.',
    until: (moment) => `Dieser Link öffnet sie bis zum ${moment}.`,
  },

  home: {
    title: (name, motto) => `${name} – ${motto}`,
    lead: 'Der Aufmacher',
    beside: 'Auch heute',
    others: 'Mehr',
    empty: 'Die erste Ausgabe wird gerade gesetzt. Bitte schauen Sie bald wieder vorbei.',
  },

  section: {
    description: (section, name) => `${section}: alles, was ${name} geschrieben hat.`,
  },

  search: {
    title: 'Suche',
    titleOf: (asked) => `Suche nach „${asked}“`,
    label: 'Gesuchte Wörter',
    submit: 'Suchen',
    nothing: (asked) => `Zu „${asked}“ wurde nichts gefunden.`,
    whereWeLook: 'Wir suchen in Überschriften, Vorspännen und den Anfängen der Artikel.',
  },

  offer: {
    included: 'Was dazugehört',
    everyArticle: 'Alle unsere Artikel, ganz',
    perYear: (amount) => `${amount} im Jahr`,
    perMonth: (amount) => `${amount} im Monat`,
    monthlyEquivalent: (amount) => `(${amount} im Monat, jährlich abgerechnet)`,
    trial: (count) => `${days(count)} kostenlos`,
    trialThen: (count, total) => `${days(count)} kostenlos, dann ${total}`,
    cancelAnyTime: 'Jederzeit kündbar, mit zwei Klicks.',
    chargedAfter: {
      year: (count, amount) =>
        `Heute wird nichts abgebucht. Nach ${inDays(count)} folgen ${amount}, und wieder jedes Jahr, bis Sie kündigen.`,
      month: (count, amount) =>
        `Heute wird nichts abgebucht. Nach ${inDays(count)} folgen ${amount}, und wieder jeden Monat, bis Sie kündigen.`,
    },
    chargedNow: {
      year: (amount) =>
        `Zu Beginn werden ${amount} abgebucht, und wieder jedes Jahr, bis Sie kündigen.`,
      month: (amount) =>
        `Zu Beginn werden ${amount} abgebucht, und wieder jeden Monat, bis Sie kündigen.`,
    },
    startTrial: (count) => `${days(count)} kostenlos lesen`,
    becomeMember: 'Mitglied werden',
  },

  wall: {
    kicker: 'Weiterlesen',
    freeAccount: {
      title: 'Der Rest ist mit einem Konto kostenlos',
      text: 'Nennen Sie uns eine E-Mail-Adresse, und dieser Artikel steht Ihnen offen. Das kostet nichts, und Sie brauchen keine Karte.',
    },
    freeArticles: {
      title: 'Mit einem kostenlosen Konto weiterlesen',
      text: 'Wer registriert ist, liest einige unserer Artikel kostenlos. Das kostet nichts, und Sie brauchen keine Karte.',
    },
    members: {
      title: 'Als Mitglied weiterlesen',
      text: 'Diesen Artikel haben unsere Leserinnen und Leser bezahlt. Kommen Sie dazu, und er gehört ganz Ihnen, mit allem anderen, was wir drucken.',
    },
    plan: {
      title: 'Dieser Artikel gehört zu einem anderen Abo',
      text: 'Ihr Abo bleibt, wie es ist. Dieser Artikel gehört zu den folgenden.',
      action: 'Sehen, wohin Sie wechseln können',
    },
    exhausted: {
      title: (limit, { windowDays }) =>
        `Sie haben ${freeArticles(limit)}${windowDays === null ? ' in diesem Monat' : ''} gelesen`,
      titleWithoutCount: 'Sie haben Ihre freien Artikel gelesen',
      text: (resetsOn, { windowDays }) =>
        `${
          windowDays === null
            ? `Am ${resetsOn} beginnt die Zählung neu.`
            : `Der nächste kommt am ${resetsOn} zurück.`
        } Mitglieder lesen, ohne zu zählen.`,
      textWithoutDate: 'Mitglieder lesen, ohne zu zählen.',
    },
    moreWithAccount: {
      text: (limit, withAccount) =>
        `Ohne Konto gibt es ${limit}; mit einem lesen Sie ${withAccount}. Das kostet nichts, und Sie brauchen keine Karte.`,
    },
    nothingOnSale:
      'Mitglieder lesen den Rest dieses Artikels. Neue Abos werden zurzeit nicht verkauft.',
    gift: 'Mitglieder verschenken jeden Monat Artikel. Werden Sie Mitglied, dann lesen Sie alles und verschenken selbst.',
    institution: 'Liest uns Ihre Bibliothek, Schule oder Firma?',
    institutionSignIn: 'Mit der E-Mail-Adresse von dort anmelden',
    ended: {
      title: 'Willkommen zurück',
      text: 'Ihr Abo ist beendet. Werden Sie wieder Mitglied, und dieser Artikel öffnet sich sofort.',
    },
    paused: {
      title: 'Ihr Abo ruht',
      text: 'Währenddessen wird nichts abgebucht. Schreiben Sie uns, und wir nehmen es wieder auf.',
    },
    blocked: {
      title: 'Ihr Abo ist angehalten',
      text: 'Eine Zahlung ist bei Ihrer Bank strittig. Sobald das geklärt ist, öffnet sich diese Seite wieder. Wenn es ein Irrtum war, schreiben Sie uns.',
    },
    toAccount: 'Zu Ihrem Konto',
    register: 'Kostenlos registrieren',
    overdue: {
      title: 'Ihre letzte Zahlung hat nicht geklappt',
      text: 'Das kommt vor: Karten laufen ab, Banken zögern. Nichts ist verloren; sobald die Zahlung ankommt, öffnet sich diese Seite wieder.',
      safe: 'Sie kommen zu Stripe, wo Ihre Karte liegt.',
    },
    orEverything: 'Oder alles lesen',
    alreadyMember: 'Sie sind schon Mitglied?',
    alreadyRegistered: 'Sie haben schon ein Konto?',
    signIn: 'Anmelden',
    howJoiningGoes: 'Zuerst ein Konto, dann Ihre Karte; es dauert zwei Minuten.',
  },

  error: {
    notFound: {
      title: 'Diese Seite steht nicht in der Zeitung',
      text: 'Vielleicht ist die Adresse falsch geschrieben, oder der Artikel wurde zurückgezogen. Auf der Titelseite steht das Neueste.',
    },
    notAllowed: {
      title: 'Hier gibt es nichts zu lesen',
      text: 'Diese Adresse nimmt nur entgegen, was ein Formular schickt. Wenn Sie hierher zurückgekommen sind, öffnen Sie die Seite mit dem Formular noch einmal.',
    },
    refused: {
      title: 'Das konnten wir nicht annehmen',
      text: 'Das Formular kam nicht von einer unserer Seiten, oder es war zu lange offen. Bitte öffnen Sie die Seite noch einmal und versuchen Sie es wieder.',
    },
    licence: {
      title: 'Maschinen brauchen hierfür eine Lizenz',
      text: 'Was wir veröffentlichen, ist für Leserinnen und Leser. KI-Crawler finden unsere Bedingungen in der Lizenzdatei, die diese Antwort nennt.',
    },
    tooMany: {
      title: 'Ein wenig langsamer, bitte',
      text: 'Das geschah in kurzer Zeit sehr oft, durch Sie oder durch jemanden, mit dem Sie den Anschluss teilen.',
    },
    broken: {
      title: 'Bei uns ist etwas kaputtgegangen',
      text: 'Es liegt nicht an Ihnen, und wir haben es notiert. Bitte versuchen Sie es in einer Minute noch einmal.',
    },
    unavailable: {
      title: 'Die Druckmaschinen stehen still',
      text: 'Wir arbeiten daran. Von dem, was Ihnen gehört, geht nichts verloren.',
    },
    worksAgain: (seconds) => `In ${inDuration(seconds)} geht es wieder.`,
    tryAgain: (seconds) => `Bitte versuchen Sie es in ${inDuration(seconds)} noch einmal.`,
    toFrontPage: 'Zur Titelseite',
  },
};
