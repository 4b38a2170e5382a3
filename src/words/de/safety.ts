/** What the pages say in German to a reader who looks after her account: a fresh proof, a new address. */
import type { safety as english } from '../en/safety.js';

export const safety: typeof english = {
  proof: {
    title: 'Sind Sie es?',
    text: 'Was jetzt kommt, geht nur Sie etwas an; zeigen Sie deshalb noch einmal, dass es Ihr Konto ist.',
    mailed:
      'Wir haben Ihnen geschrieben. Tippen Sie den Code aus der Mail ein; er gilt zehn Minuten lang.',
    second: 'Code Ihrer Authentifizierungs-App',
    secondHint: 'Sechs Ziffern, oder einer Ihrer Wiederherstellungscodes.',
    submit: 'Weiter',
    mailMe: 'Stattdessen einen Code schicken',
    mailAgain: 'Noch eine Mail schicken',
    problems: {
      password:
        'Das ist nicht Ihr Passwort. Bitte versuchen Sie es noch einmal, oder lassen Sie sich einen Code schicken.',
      code: 'Dieser Code ist nicht richtig oder wurde schon verwendet. Bitte versuchen Sie es noch einmal, oder fordern Sie einen neuen an.',
    },
  },

  emailChange: {
    link: 'E-Mail-Adresse ändern',
    title: 'Eine neue Adresse',
    text: 'Wir schicken einen Code an die neue Adresse. Bis Sie ihn hier eintippen, ändert sich nichts.',
    field: 'Neue E-Mail-Adresse',
    submit: 'Code schicken',
    sent: (email) =>
      `Wir haben an ${email} geschrieben. Tippen Sie hier den Code aus der Mail ein.`,
    confirm: 'Diese Adresse verwenden',
    press: 'Ein Klick, und die Adresse, an die unsere Mail ging, ist die Ihres Kontos.',
    done: (email) =>
      `Ihr Konto hat jetzt die Adresse ${email}. Alle anderen Geräte wurden abgemeldet.`,
    back: 'Zu meinem Konto',
    problems: {
      same: 'Das ist schon die Adresse Ihres Kontos.',
      refused:
        'Dieser Code oder Link ist nicht richtig, wurde von einem anderen Konto aus angefordert, oder seine zehn Minuten sind vorbei.',
      taken: 'Inzwischen gibt es ein anderes Konto mit dieser Adresse.',
    },
  },
};
