/** What the pages say in German before somebody cancels, keeps her membership after all, or takes her data with her. */
import type { leaving as english } from '../en/leaving.js';

export const leaving: typeof english = {
  cancelling: {
    title: 'Abo kündigen?',
    until: (date) => `Bis zum ${date}`,
    readOn: 'Sie lesen alles wie bisher, und ebenso alle, denen Sie Artikel geschenkt haben.',
    onDay: (date) => `Am ${date}`,
    ends: 'Ihr Abo endet von selbst. Es wird nichts mehr abgebucht.',
    trialEnds: 'Ihr Probeabo endet. Es wird nichts abgebucht, weder jetzt noch dann.',
    notGivenBack: 'Was Sie nicht zurückbekommen',
    paid: 'Was Sie schon bezahlt haben: Dafür lesen Sie weiter.',
    trialUsed: 'Ihr Probeabo: Es gibt eines pro Person.',
    changeForgotten: (plan) => `Der vorgesehene Wechsel zu ${plan} entfällt.`,
    mind: 'Wenn Sie es sich anders überlegen',
    resume: (date) => `Bis zum ${date} behalten Sie es mit zwei Klicks, zum bisherigen Preis.`,
    submit: 'Abo kündigen',
    back: 'Mitglied bleiben',
  },

  keeping: {
    title: 'Abo behalten?',
    text: 'Damit nehmen Sie Ihre Kündigung zurück. Heute wird nichts abgebucht.',
    next: (date) => `Am ${date}`,
    year: (amount) => `Es werden ${amount} abgebucht, und wieder jedes Jahr, bis Sie kündigen.`,
    month: (amount) => `Es werden ${amount} abgebucht, und wieder jeden Monat, bis Sie kündigen.`,
    submit: 'Abo behalten',
    back: 'Bei der Kündigung bleiben',
  },

  disclosure: {
    link: 'Alles herunterladen, was wir über Sie haben',
    title: 'Alles, was wir über Sie haben',
    text: 'Eine Datei mit Ihrem Konto, Ihren Abos, Ihren Rechnungen, was Sie gelesen und verschenkt haben, und was mit Ihrem Konto geschah. Sie ist für Programme geschrieben (JSON), und jeder Texteditor öffnet sie.',
    alone: 'Behalten Sie sie für sich: Wer sie hat, weiß, was Sie lesen.',
    often: 'Sie können sie fünfmal am Tag herunterladen.',
    submit: 'Datei herunterladen',
    back: 'Zurück zu Ihrem Konto',
  },
};
