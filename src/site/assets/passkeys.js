/**
 * Passkeys, which browsers hand to scripts alone: shows the forms that want one, and sends what the device made as a
 * form like any other. Where a browser knows none, the forms stay hidden and every other way in stays open.
 */

const { PublicKeyCredential: Passkeys } = globalThis;

/**
 * @typedef {object} Answer what the device is to do
 * @property {string} [challenge] its name, which comes back with the signature
 * @property {PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON} options
 */

/** @type {AbortController | undefined} A browser asks for one passkey at a time. */
let asking;

/**
 * @param {HTMLFormElement} form its data say what is wanted, `get` or `create`, and where the options for it are
 * @param {CredentialRequestOptions & CredentialCreationOptions} [manner]
 */
async function send(form, manner = {}) {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  const { passkey: deed, options: address = '' } = form.dataset;
  const answer = await fetch(address, { method: 'POST', redirect: 'manual', signal });
  // Her last proof is too old by now: the page itself leads to where she gives another.
  if (answer.type === 'opaqueredirect') return location.reload();
  if (!answer.ok) throw new Error(`${address} was answered ${answer.status}`);
  const { challenge = '', options } = /** @type {Answer} */ (await answer.json());
  const credential =
    deed === 'create'
      ? await navigator.credentials.create({
          publicKey: Passkeys.parseCreationOptionsFromJSON(options),
          signal,
        })
      : await navigator.credentials.get({
          ...manner,
          publicKey: Passkeys.parseRequestOptionsFromJSON(options),
          signal,
        });
  fill(form, 'challenge', challenge);
  fill(form, 'credential', JSON.stringify(credential));
  form.submit();
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} value
 */
function fill(form, name, value) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

/**
 * Says why nothing came of it, with the sentence that the page brought along.
 * @param {HTMLFormElement} form
 * @param {unknown} error
 */
function tell(form, error) {
  const { name = '' } = error instanceof Error ? error : {};
  if (name === 'AbortError') return;
  const said = { NotAllowedError: 'cancelled', InvalidStateError: 'known' }[name] ?? 'failed';
  for (const sentence of form.querySelectorAll('[data-problem]')) {
    sentence.toggleAttribute('hidden', sentence.getAttribute('data-problem') !== said);
  }
}

/**
 * Once she turns to the field for her address, the browser offers her passkeys there, too.
 * @param {HTMLFormElement} form
 */
async function offerBesideTyping(form) {
  const field = document.querySelector('input[autocomplete~="webauthn"]');
  if (field === null || !(await Passkeys.isConditionalMediationAvailable?.())) return;
  const offer = () => {
    // Nobody has asked for it: whatever comes in between, she types on.
    void send(form, { mediation: 'conditional' }).catch(() => undefined);
  };
  field.addEventListener('focus', offer, { once: true });
}

if (typeof Passkeys?.parseRequestOptionsFromJSON === 'function') {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    if (!(form instanceof HTMLFormElement)) continue;
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      send(form).catch((/** @type {unknown} */ error) => tell(form, error));
    });
    void offerBesideTyping(form);
  }
} else {
  document.querySelector('[data-without-passkeys]')?.removeAttribute('hidden');
}
