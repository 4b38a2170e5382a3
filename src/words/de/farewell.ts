/** What the pages say in German to a reader who deletes her account. */
import type { farewell as english } from '../en/farewell.js';

export const farewell: typeof english = {
  farewell: {
    link: 'Konto löschen',
    title: 'Ihr Konto löschen',
    whatHappens: 'Was geschieht',
    forGood: 'Das ist endgültig: Niemand kann es rückgängig machen, auch wir nicht.',
    membershipEnds:
      'Ihr Abo endet sofort, und es wird nichts mehr abgebucht. Was Sie bezahlt haben, wird nicht erstattet; kündigen Sie stattdessen, wenn Sie bis dahin weiterlesen möchten.',
    nothingRuns: 'Sie haben kein laufendes Abo, es wird also nichts mehr abgebucht.',
    forgotten:
      'Ihr Name, Ihre Adresse, Ihr Passwort und was Sie hier gelesen haben, werden vergessen, und Stripe löscht Ihre Karte.',
    kept: 'Rechnungen bleiben in unseren Büchern, wie es das Gesetz verlangt, ohne Ihren Namen. Von Ihrer Adresse und Ihrer Karte behalten wir Kennzeichen, die niemand lesen kann, damit es ein Probeabo nur einmal gibt.',
    welcomeBack: 'Sie dürfen mit derselben Adresse wiederkommen und von vorn beginnen.',
    confirm: 'Ihre E-Mail-Adresse, damit klar ist, dass Sie es ernst meinen',
    submit: 'Konto endgültig löschen',
    back: 'Konto behalten',
    doneTitle: 'Ihr Konto ist gelöscht',
    doneText:
      'Alle Geräte sind abgemeldet, und wir haben Ihnen zum letzten Mal geschrieben. Auf Wiedersehen.',
    doneAction: 'Zur Titelseite',
    problems: {
      confirm: 'Das ist nicht die Adresse Ihres Kontos.',
      lastAdmin:
        'Außer Ihnen gibt es hier niemanden mit Admin-Rechten. Geben Sie sie zuerst jemand anderem, und gehen Sie dann.',
      paymentsUnavailable:
        'Wir erreichen den Zahlungsdienst gerade nicht, deshalb wurde nichts gelöscht. Bitte versuchen Sie es in einer Minute noch einmal.',
    },
  },
};
