import { describe, expect, it } from 'vitest';
import { readAssertion, readAttestation } from './credential-json.rules.js';

const head = {
  id: 'q83vEjRWeJA',
  rawId: 'q83vEjRWeJA',
  type: 'public-key',
  authenticatorAttachment: 'platform',
  clientExtensionResults: { credProps: { rk: true } },
};
const attestation = {
  ...head,
  response: {
    clientDataJSON: 'eyJ0eXBlIjoi',
    attestationObject: 'o2NmbXRkbm9uZQ',
    transports: ['internal', 'hybrid'],
    publicKey: 'MFkwEwYH',
    publicKeyAlgorithm: -7,
    authenticatorData: 'SZYN5YgO',
  },
};
const assertion = {
  ...head,
  response: {
    clientDataJSON: 'eyJ0eXBlIjoi',
    authenticatorData: 'SZYN5YgO',
    signature: 'MEUCIQ',
    userHandle: 'AYkAAAAA',
  },
};

describe('what a browser hands over', () => {
  it('is taken as browsers send it, and only what is needed goes further', () => {
    expect(readAttestation(attestation)).toEqual({
      id: head.id,
      rawId: head.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: 'eyJ0eXBlIjoi',
        attestationObject: 'o2NmbXRkbm9uZQ',
        transports: ['internal', 'hybrid'],
      },
    });
    expect(readAssertion(assertion)?.response).toEqual(assertion.response);
  });

  it('needs no transports: older browsers do not know them', () => {
    const { transports: _, ...response } = attestation.response;
    expect(readAttestation({ ...attestation, response })?.response.transports).toEqual([]);
  });

  it.each([
    ['nothing', null],
    ['a word', 'passkey'],
    ['a list', [attestation]],
    ['another type', { ...attestation, type: 'password' }],
    ['two ids', { ...attestation, rawId: 'AAAA' }],
    ['an id that is none', { ...attestation, id: 'a b', rawId: 'a b' }],
    ['an endless id', { ...attestation, id: 'A'.repeat(1365), rawId: 'A'.repeat(1365) }],
    ['no response', { ...attestation, response: undefined }],
    ['a response that is a list', { ...attestation, response: [] }],
    ['an operator', { ...attestation, response: { ...attestation.response, clientDataJSON: {} } }],
    [
      'odd transports',
      { ...attestation, response: { ...attestation.response, transports: 'usb' } },
    ],
  ])('is refused as %s', (_, sent) => {
    expect(readAttestation(sent)).toBeNull();
  });

  it('is refused without the name of its owner, or without a signature', () => {
    for (const missing of ['userHandle', 'signature', 'authenticatorData', 'clientDataJSON']) {
      const response = { ...assertion.response, [missing]: undefined };
      expect(readAssertion({ ...assertion, response })).toBeNull();
    }
    expect(readAssertion(attestation)).toBeNull();
  });
});
