/** What the mails about accounts say, in German. Links are whole addresses. */
import type { LetterLine, LetterText } from '../../platform/mail/letter.js';
import type { accountLetters as english } from '../en/account-letters.js';

const inWords = {
  author: 'Autorin oder Autor mit eigenen Artikeln',
  editor: 'Redakteurin oder Redakteur: Sie bearbeiten und veröffentlichen die Artikel aller',
  admin: 'Admin: Sie verwalten Abos, Mitglieder und Einstellungen',
};

const byCode = (code: string): string => `Ihr Code lautet ${code}`;
const goodOnce = 'Beide gelten zehn Minuten lang und nur einmal.';
const toNobody = 'Geben Sie sie niemandem weiter; wir fragen nie danach.';
const nothingToDo = 'Wenn Sie nicht darum gebeten haben, ist nichts zu tun.';

/** What stands below each mail about second factors and passkeys. */
const ifNotYou = (link: string): LetterLine[] => [
  'Wenn Sie das nicht waren, wählen Sie sofort ein neues Passwort (das meldet alle Geräte ab) und schreiben Sie uns.',
  { label: 'Neues Passwort wählen', link },
];

function factorNews(subject: string, ...lines: string[]) {
  return (resetLink: string): LetterText => ({
    subject,
    lines: [...lines, ...ifNotYou(resetLink)],
  });
}

export const accountLetters: typeof english = {
  confirmAddress: (code, link) => ({
    subject: byCode(code),
    lines: [
      'Willkommen! Mit diesem Code öffnen Sie Ihr Konto:',
      { code },
      'Oder öffnen Sie diese Seite, sie tut dasselbe:',
      { label: 'Adresse bestätigen', link },
      goodOnce,
      'Wenn Sie hier kein Konto wollten, bestätigen Sie nichts: Ohne Bestätigung geschieht nichts.',
    ],
  }),

  alreadyRegistered: (link) => ({
    subject: 'Sie haben schon ein Konto',
    lines: [
      'Sie oder jemand anders wollte mit dieser Adresse ein Konto eröffnen. Es gibt schon eines, und daran hat sich nichts geändert.',
      { label: 'Anmelden', link },
      'Wenn Ihnen das Passwort entfallen ist, lassen Sie sich dort einen Code schicken.',
      'Wenn Sie das nicht waren, ist nichts zu tun.',
    ],
  }),

  passwordMissing: (link) => ({
    subject: 'Ihr Konto hat kein Passwort',
    lines: [
      'Ihr Konto ist offen. Es wurde aber mehrmals mit verschiedenen Passwörtern darum gebeten, oder die Adresse wurde anderswo bestätigt als dort, wo das Passwort gewählt wurde. Niemand kann dann sagen, ob es Ihres war, und deshalb haben wir keines behalten.',
      { label: 'Passwort wählen', link },
      'Bis dahin melden Sie sich mit einem Code oder Link aus der Mail an.',
      'Wenn Sie keines gewählt haben, hat jemand anders Ihre Adresse eingetippt. Dessen Passwort öffnet nichts.',
    ],
  }),

  signIn: (code, link) => ({
    subject: byCode(code),
    lines: [
      'Mit diesem Code melden Sie sich an:',
      { code },
      'Oder öffnen Sie diese Seite, sie tut dasselbe:',
      { label: 'Anmelden', link },
      `${goodOnce} ${toNobody}`,
      nothingToDo,
    ],
  }),

  noAccount: (link) => ({
    subject: 'Zu dieser Adresse gibt es kein Konto',
    lines: [
      'Sie oder jemand anders wollte sich mit dieser Adresse anmelden, aber es gibt kein Konto dazu.',
      'Vielleicht haben Sie eine andere Adresse verwendet. Oder Sie möchten ein Konto eröffnen:',
      { label: 'Konto eröffnen', link },
      nothingToDo,
    ],
  }),

  passwordReset: (link) => ({
    subject: 'Neues Passwort wählen',
    lines: [
      'Auf dieser Seite wählen Sie ein neues Passwort:',
      { label: 'Neues Passwort wählen', link },
      'Sie gilt zehn Minuten lang und nur einmal. Danach muss sich jedes Gerät neu anmelden.',
      'Wenn Sie nicht darum gebeten haben, ist nichts zu tun: Ihr Passwort ist dasselbe wie zuvor.',
    ],
  }),

  passwordChanged: (link) => ({
    subject: 'Ihr Passwort wurde geändert',
    lines: [
      'Ihr Passwort wurde eben geändert, und alle anderen Geräte wurden abgemeldet.',
      'Wenn Sie das nicht waren, wählen Sie sofort ein neues; das geht nur über Ihr Postfach:',
      { label: 'Anmelden', link },
    ],
  }),

  freshProof: (code, link) => ({
    subject: byCode(code),
    lines: [
      'Mit diesem Code zeigen Sie, dass Sie es sind:',
      { code },
      'Er gilt zehn Minuten lang, nur einmal und nur dort, wo Sie darum gebeten haben. Geben Sie ihn niemandem weiter; wir fragen nie danach.',
      'Wenn Sie nicht darum gebeten haben, ist jemand anders in Ihrem Konto angemeldet. Wählen Sie ein neues Passwort: Das meldet alle ab.',
      { label: 'Neues Passwort wählen', link },
    ],
  }),

  newAddress: (code, link) => ({
    subject: byCode(code),
    lines: [
      'Mit diesem Code wird dies die Adresse Ihres Kontos:',
      { code },
      'Oder öffnen Sie diese Seite in dem Browser, in dem Sie angemeldet sind:',
      { label: 'Diese Adresse verwenden', link },
      `${goodOnce} ${toNobody}`,
      'Wenn Sie nicht darum gebeten haben, tun Sie nichts: Ohne den Code ändert sich nichts.',
    ],
  }),

  addressTaken: (link) => ({
    subject: 'Sie haben schon ein Konto',
    lines: [
      'Sie oder jemand anders wollte ein anderes Konto auf diese Adresse umziehen. Zu ihr gibt es schon eines, und daran hat sich nichts geändert.',
      { label: 'Anmelden', link },
      'Um die Adresse für das andere Konto zu verwenden, löschen Sie zuerst dieses. Wenn Sie das nicht waren, ist nichts zu tun.',
    ],
  }),

  addressChanged: {
    subject: 'Ihr Konto hat eine neue Adresse',
    lines: [
      'Ihr Konto ist eben auf eine andere E-Mail-Adresse umgezogen, und alle anderen Geräte wurden abgemeldet. Post dazu geht ab jetzt an die neue Adresse.',
      'Wenn Sie das waren, ist nichts zu tun.',
      'Wenn Sie das nicht waren, war jemand anders in Ihrem Konto angemeldet. Antworten Sie sofort auf diese Mail, damit wir es schließen und Ihnen zurückgeben können; und wählen Sie überall ein neues Passwort, wo Sie dasselbe verwendet haben.',
    ],
  },

  authenticatorAdded: factorNews(
    'Ihr Konto hat eine Authentifizierungs-App',
    'Von nun an braucht die Anmeldung auch einen Code Ihrer App.',
    'Bewahren Sie die Wiederherstellungscodes, die Ihnen gezeigt wurden, dort auf, wo Sie sie ohne Ihr Telefon finden: Jeder öffnet die Tür einmal.',
  ),

  authenticatorRemoved: factorNews(
    'Ihr Konto hat keine Authentifizierungs-App mehr',
    'Die App wurde von Ihrem Konto getrennt, und ihre Wiederherstellungscodes sind wertlos. Die Anmeldung braucht keinen Code einer App mehr.',
  ),

  recoveryCodeUsed: (left, resetLink) =>
    factorNews(
      'Ein Wiederherstellungscode wurde verwendet',
      `Jemand mit einem Ihrer Wiederherstellungscodes hat eben den zweiten Schritt getan. ${leftInWords(left)}`,
      'Wenn Ihr Telefon verloren ist, richten Sie die App auf einem neuen ein; die alte ist dann wertlos.',
    )(resetLink),

  recoveryCodesRenewed: factorNews(
    'Sie haben neue Wiederherstellungscodes',
    'Für Ihr Konto wurden neue Wiederherstellungscodes erstellt. Die bisherigen sind wertlos.',
  ),

  passkeyAdded: factorNews(
    'Ihr Konto hat einen neuen Passkey',
    'Zu Ihrem Konto ist ein Passkey hinzugekommen. Wer das Gerät hat, auf dem er liegt, und dessen Finger oder PIN, kann sich damit anmelden.',
  ),

  passkeyRemoved: factorNews(
    'Ein Passkey wurde von Ihrem Konto entfernt',
    'Ein Passkey wurde von Ihrem Konto entfernt. Niemand kann sich mehr damit anmelden.',
  ),

  factorsForgotten: factorNews(
    'Ihre zweiten Faktoren wurden entfernt',
    'Die Redaktion hat App, Wiederherstellungscodes und Passkeys von Ihrem Konto entfernt, damit Sie neue einrichten können.',
  ),

  rolesChanged: (roles, link) => ({
    subject: 'Ihre Rechte haben sich geändert',
    lines: [
      `Eine Admin oder ein Admin hat geändert, was Ihr Konto darf. ${
        roles.length === 0
          ? 'Sie lesen wie alle anderen.'
          : `Sie sind nun ${roles.map((role) => inWords[role]).join('; und ')}.`
      }`,
      'Wenn Sie das nicht erwartet haben, fragen Sie in der Redaktion nach.',
      { label: 'Ihr Konto', link },
    ],
  }),

  farewell: (link) => ({
    subject: 'Ihr Konto ist gelöscht',
    lines: [
      'Ihr Konto ist gelöscht, und mit ihm Ihr Name und diese Adresse. Dies ist die letzte Mail, die Sie von uns bekommen.',
      'Ein laufendes Abo ist beendet. Wir behalten, was das Gesetz von jedem Unternehmen verlangt, wie unsere Rechnungen, ohne Ihren Namen.',
      'Sie sind jederzeit wieder willkommen:',
      { label: 'Konto eröffnen', link },
    ],
  }),
};

function leftInWords(left: number): string {
  if (left === 0) return 'Es war der letzte: Erstellen Sie bald neue.';
  return left === 1 ? 'Einer ist übrig.' : `${left} sind übrig.`;
}
