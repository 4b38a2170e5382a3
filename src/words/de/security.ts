/** What the page on signing in and security says in German: password, second factor, passkeys, devices. */
import { pluralFor } from '../../platform/format/format.js';
import type { security as english } from '../en/security.js';

const plural = pluralFor('de');

export const security: typeof english = {
  security: {
    link: 'Anmeldung und Sicherheit',
    title: 'Anmeldung und Sicherheit',
    text: 'Wie Sie hereinkommen, und wo Sie angemeldet sind.',
    back: 'Zu meinem Konto',
    backHere: 'Zurück zu Anmeldung und Sicherheit',
    onwards: 'Weiter, wo Sie waren',

    staff: {
      none: 'Ihre Arbeit hier braucht einen zweiten Faktor: Richten Sie eine Authentifizierungs-App ein oder fügen Sie einen Passkey hinzu, und die Konsole öffnet sich.',
      unshown:
        'Die Konsole öffnet sich, sobald Sie hier Ihren zweiten Faktor gezeigt haben. Sie haben schon einen, es dauert also nur einen Augenblick.',
      show: 'Jetzt zeigen',
    },

    email: 'E-Mail-Adresse',

    password: {
      heading: 'Passwort',
      has: 'Sie haben eines.',
      hasNone: 'Sie haben keines und melden sich per Mail an.',
      change: 'Passwort ändern',
      first: 'Passwort wählen',
      title: 'Ein anderes Passwort',
      firstTitle: 'Passwort wählen',
      text: 'Damit werden alle anderen Geräte abgemeldet.',
      current: 'Ihr jetziges Passwort',
      next: 'Neues Passwort',
      submit: 'Dieses Passwort verwenden',
      forgotten: 'Das jetzige ist Ihnen entfallen? Zeigen Sie per Mail, dass Sie es sind',
    },

    authenticator: {
      heading: 'Authentifizierungs-App',
      off: 'Eine App auf Ihrem Telefon zeigt einen Code, den Sie nach dem Passwort eintippen. Wer nur das Passwort kennt, bleibt draußen.',
      on: 'Die Anmeldung braucht neben dem Passwort einen Code Ihrer App.',
      setUp: 'App einrichten',
      manage: 'Ersetzen oder entfernen',
      title: 'Eine Authentifizierungs-App',
      text: 'Sie brauchen dafür eine App: Jede Authentifizierungs-App ist recht, und viele Passwortmanager sind eine.',
      textReplace:
        'Sie haben schon eine. Wenn Sie eine andere einrichten, gilt die alte, bis die neue ihren ersten Code gezeigt hat.',
      begin: 'QR-Code zeigen',
      scanTitle: 'Scannen Sie das mit Ihrer App',
      scanText:
        'Öffnen Sie die App, fügen Sie dort ein Konto hinzu und halten Sie die Kamera auf das Quadrat. Dann tippen Sie die sechs Ziffern ein, die sie zeigt.',
      qr: 'QR-Code für Ihre Authentifizierungs-App',
      onThisPhone: 'Ist die App auf diesem Gerät? Öffnen Sie sie von hier',
      byHand: 'Keine Kamera? Tippen Sie diesen Schlüssel in die App',
      code: 'Sechs Ziffern, die die App zeigt',
      confirm: 'Einschalten',
      remove: 'Entfernen',
      removeText:
        'Dann genügt zur Anmeldung Ihr Passwort oder ein Code aus der Mail, und Ihre Wiederherstellungscodes sind wertlos.',
    },

    recovery: {
      left: (count) =>
        plural(count, {
          one: 'Ein Wiederherstellungscode ist übrig.',
          other:
            count === 0
              ? 'Kein Wiederherstellungscode ist übrig.'
              : `${count} Wiederherstellungscodes sind übrig.`,
        }),
      renew: 'Neue Wiederherstellungscodes erstellen',
      title: 'Ihre Wiederherstellungscodes',
      askText:
        'Erstellen Sie neue, wenn Sie die alten verloren oder viele verbraucht haben. Die alten öffnen dann nichts mehr.',
      ask: 'Neue Codes erstellen',
      shown:
        'Jeder öffnet den zweiten Schritt einmal, für den Tag, an dem Ihr Telefon fort ist. Wir zeigen sie jetzt und nie wieder.',
      advice:
        'Drucken Sie sie aus oder schreiben Sie sie ab, und bewahren Sie sie dort auf, wo Ihr Telefon nicht ist.',
      copy: 'Kopieren',
      copied: 'Kopiert.',
      print: 'Drucken',
      done: 'Ich habe sie sicher verwahrt',
    },

    passkeys: {
      heading: 'Passkeys',
      text: 'Mit einem Passkey melden Sie sich mit Finger, Gesicht oder PIN an: Es gibt nichts zu merken, und nichts, was eine falsche Seite Ihnen abnehmen könnte.',
      none: 'Sie haben noch keinen.',
      add: 'Passkey hinzufügen',
      added: (date) => `Hinzugefügt am ${date}`,
      used: (date) => `zuletzt verwendet am ${date}`,
      unused: 'noch nicht verwendet',
      change: (name) => `${name} umbenennen oder entfernen`,
      rename: 'Umbenennen',
      remove: 'Entfernen',
      name: 'Wie möchten Sie ihn nennen?',
      nameHint: 'Damit Sie ihn wiedererkennen: zum Beispiel nach dem Gerät, auf dem er liegt.',
      title: 'Ein neuer Passkey',
      newText:
        'Ihr Gerät fragt nach Ihrem Finger, Ihrem Gesicht oder seiner PIN und behält den Passkey. Er verlässt das Gerät nie.',
      submit: 'Passkey erstellen',
      unable:
        'Das braucht JavaScript und einen Browser, der Passkeys kennt. Nichts anderes auf unseren Seiten braucht es.',
    },

    sessions: {
      heading: 'Wo Sie angemeldet sind',
      device: ({ program, system }) =>
        program !== null && system !== null
          ? `${program} auf ${system}`
          : (program ?? system ?? 'Ein unbekanntes Gerät'),
      app: 'durch ein Programm',
      current: 'Dieses Gerät',
      since: (date) => `Seit ${date}`,
      used: (date) => `zuletzt verwendet am ${date}`,
      end: 'Abmelden',
      endOf: (device) => `Abmelden: ${device}`,
      endOthers: 'Überall sonst abmelden',
      alone: 'Nirgends sonst.',
      more: 'Es gibt weitere, die länger zurückliegen. Melden Sie sich überall sonst ab, dann enden auch sie.',
    },

    done: {
      password: 'Ihr Passwort ist geändert, und alle anderen Geräte sind abgemeldet.',
      'authenticator-removed': 'Ihre Authentifizierungs-App ist entfernt.',
      'passkey-added': 'Ihr Passkey ist hinzugefügt. Nächstes Mal öffnet er die Tür.',
      'passkey-renamed': 'Ihr Passkey hat seinen neuen Namen.',
      'passkey-removed': 'Der Passkey ist entfernt und öffnet nichts mehr.',
      'session-ended': 'Das Gerät ist abgemeldet.',
      'sessions-ended': 'Alle anderen Geräte sind abgemeldet.',
    },

    problems: {
      currentPassword: 'Das ist nicht Ihr jetziges Passwort.',
      authenticatorCode:
        'Dieser Code ist nicht richtig. Prüfen Sie, ob die Uhr des Telefons stimmt, warten Sie auf den nächsten Code, und versuchen Sie es noch einmal.',
      needsSecond: 'Zeigen Sie zuerst Ihren zweiten Faktor: Er schützt, was Sie ändern möchten.',
      lastFactor:
        'Ihre Arbeit hier braucht einen zweiten Faktor, und dies ist Ihr letzter. Fügen Sie einen anderen hinzu, bevor Sie ihn entfernen.',
      tooManyPasskeys:
        'Sie haben so viele Passkeys, wie ein Konto haben kann. Entfernen Sie zuerst einen.',
      passkeyKnown: 'Dieses Gerät hat schon einen Passkey für Ihr Konto.',
      passkeyRefused:
        'Der Passkey konnte nicht angenommen werden, oder es hat zu lange gedauert. Bitte versuchen Sie es noch einmal.',
      passkeyName: 'Geben Sie ihm einen Namen mit höchstens 60 Zeichen.',
    },
  },

  passkey: {
    signIn: 'Mit einem Passkey anmelden',
    prove: 'Mit einem Passkey bestätigen',
    problems: {
      cancelled:
        'Es wurde kein Passkey gezeigt. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.',
      known: 'Dieses Gerät hat schon einen Passkey für Ihr Konto.',
      failed:
        'Das hat gerade nicht geklappt. Bitte versuchen Sie es später noch einmal, oder nehmen Sie einen anderen Weg.',
      refused:
        'Dieser Passkey öffnet hier nichts, oder es hat zu lange gedauert. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.',
    },
  },
};
