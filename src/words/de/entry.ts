/** What the pages say in German to somebody who signs in or registers. Functions take what is already formatted, or a count. */
import type { entry as english } from '../en/entry.js';

export const entry: typeof english = {
  fields: {
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    newPassword: 'Passwort wählen',
    name: 'Name',
    optional: 'freiwillig',
    code: 'Sechsstelliger Code',
    passwordHint: 'Mindestens 15 Zeichen. Ein paar Wörter hintereinander sind leicht zu merken.',
    problems: {
      email: 'Das sieht nicht nach einer E-Mail-Adresse aus.',
      passwordMissing: 'Bitte tippen Sie Ihr Passwort ein.',
      passwordShort: 'Ein Passwort braucht mindestens 15 Zeichen.',
      passwordLong: 'Ein Passwort darf höchstens 256 Zeichen haben.',
      passwordCommon:
        'Dieses verwenden viele, und deshalb probieren Diebe es zuerst. Bitte wählen Sie ein anderes.',
      name: 'Ein Name darf höchstens 100 Zeichen haben.',
      code: 'Ein Code hat sechs Ziffern.',
    },
  },

  signIn: {
    title: 'Anmelden',
    submit: 'Anmelden',
    forgotten: 'Vergessen? Wählen Sie ein neues',
    without: 'Ohne Passwort',
    byMailText: 'Wir schicken Ihnen einen Code und einen Link. Beide gelten zehn Minuten lang.',
    mailMe: 'Code schicken',
    newHere: 'Neu hier?',
    register: 'Konto eröffnen',
    problems: {
      banned:
        'Dieses Konto wurde von der Redaktion geschlossen. Schreiben Sie uns, wenn Sie das für einen Irrtum halten.',
      refused:
        'E-Mail-Adresse und Passwort gehören nicht zusammen. Bitte versuchen Sie es noch einmal, oder lassen Sie sich einen Code schicken.',
    },
  },

  register: {
    title: 'Konto eröffnen',
    standfirst:
      'Eine E-Mail-Adresse und ein Passwort. Keine Karte, kein Newsletter, um den Sie nicht gebeten haben.',
    submit: 'Mein Konto eröffnen',
    already: 'Sie haben schon ein Konto?',
    signIn: 'Anmelden',
    problems: {
      incomplete: 'Noch nicht ganz. Bitte sehen Sie sich die Felder an, die unten markiert sind.',
    },
  },

  mail: {
    title: 'Schauen Sie in Ihre Mails',
    sent: (email) =>
      `Wir haben an ${email} geschrieben. Folgen Sie dem Link in der Mail, oder tippen Sie hier den Code daraus ein.`,
    tenMinutes:
      'Link und Code gelten zehn Minuten lang. Wenn nichts kommt, schauen Sie in den Ordner für unerwünschte Mails.',
    submit: 'Weiter',
    again: 'Noch eine Mail schicken',
    otherAddress: 'Andere Adresse verwenden',
    problems: {
      refused:
        'Dieser Code ist nicht richtig, wurde in einem anderen Browser angefordert, oder seine zehn Minuten sind vorbei. Bitte versuchen Sie es noch einmal, oder fordern Sie einen neuen an.',
    },
  },

  secondStep: {
    title: 'Der zweite Schritt',
    text: 'Ihr Konto ist mit einer Authentifizierungs-App geschützt. Tippen Sie den Code ein, den sie jetzt zeigt.',
    code: 'Code Ihrer Authentifizierungs-App',
    hint: 'Sechs Ziffern, oder einer Ihrer Wiederherstellungscodes.',
    submit: 'Anmelden',
    again: 'Von vorn beginnen',
    problems: {
      missing: 'Bitte tippen Sie die sechs Ziffern ein, oder einen Wiederherstellungscode.',
      refused:
        'Dieser Code ist nicht richtig oder wurde schon verwendet. Warten Sie auf den nächsten, und versuchen Sie es noch einmal.',
      over: 'Der zweite Schritt hat zu lange gedauert, oder es waren zu viele Versuche. Bitte beginnen Sie von vorn.',
    },
  },

  reset: {
    missingTitle: 'Sie sind angemeldet, ohne Passwort',
    missingText:
      'Wählen Sie jetzt eines, oder melden Sie sich nächstes Mal per Mail an. Das eingetippte kam aus einem anderen Browser, oder es gab mehrere: Niemand kann dann sagen, ob es Ihres war, und deshalb haben wir keines behalten.',
    missingGoOn: 'Ohne weitermachen',
    askTitle: 'Ein neues Passwort',
    askText:
      'Nennen Sie uns Ihre E-Mail-Adresse, und wir schicken Ihnen einen Link, über den Sie eines wählen können.',
    askSubmit: 'Link schicken',
    sentTitle: 'Schauen Sie in Ihre Mails',
    sentText: (email) =>
      `Wir haben an ${email} geschrieben. Der Link in der Mail gilt zehn Minuten lang.`,
    title: 'Neues Passwort wählen',
    text: 'Danach muss sich jedes Gerät neu anmelden.',
    submit: 'Dieses Passwort verwenden',
    dead: 'Dieser Link wurde schon verwendet, oder seine zehn Minuten sind vorbei. Lassen Sie sich einen neuen schicken.',
    doneTitle: 'Ihr Passwort ist geändert',
    doneText: 'Alle Geräte wurden abgemeldet. Melden Sie sich mit dem neuen an.',
    doneAction: 'Anmelden',
  },

  confirm: {
    title: 'Fast geschafft',
    text: 'Sie sind dem Link aus unserer Mail gefolgt. Ein Klick, und Sie sind drin.',
    submit: 'Weiter',
    deadTitle: 'Dieser Link ist verbraucht',
    deadText:
      'Ein Link aus unseren Mails gilt nur einmal und zehn Minuten lang. Lassen Sie sich einen neuen schicken; es dauert nur einen Augenblick.',
    deadAction: 'Neuen Link schicken',
  },
};
