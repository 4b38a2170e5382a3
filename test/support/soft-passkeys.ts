/** A device that keeps passkeys, in software: makes and signs what a browser would hand over, honestly or not. */
import { type KeyObject, createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { cbor } from './cbor.js';

/** What the product asks a browser for, as far as a device looks at it. */
export interface Asked {
  challenge: string;
  user?: { id: string };
}

/** How it may lie, or be made to. */
export interface Circumstances {
  /** The site that the browser shows; it tells the device. */
  origin: string;
  rpId?: string;
  /** Whether it asked for a finger or a PIN. */
  isVerified?: boolean;
  userHandle?: string;
}

const flag = { present: 0x01, verified: 0x04, mayBeBackedUp: 0x08, backedUp: 0x10, hasKey: 0x40 };

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export class SoftPasskey {
  readonly id = base64url(randomBytes(32));
  private readonly publicKey: KeyObject;
  private readonly privateKey: KeyObject;
  private userHandle = '';

  /** @param counter how often it has signed; 0 for ever where it does not count, as synced passkeys do not */
  constructor(private counter = 0) {
    ({ publicKey: this.publicKey, privateKey: this.privateKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
    }));
  }

  /** `navigator.credentials.create()` */
  create(asked: Asked, circumstances: Circumstances): object {
    this.userHandle = asked.user?.id ?? '';
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    const key = cbor(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
    const id = Buffer.from(this.id, 'base64url');
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
    const authData = Buffer.concat([this.data(circumstances, flag.hasKey), credential]);
    const attestationObject = cbor(
      new Map<string, string | Uint8Array | ReadonlyMap<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', authData],
      ]),
    );
    return this.handOver({
      clientDataJSON: clientData('webauthn.create', asked, circumstances),
      attestationObject: base64url(attestationObject),
      transports: ['internal', 'hybrid'],
      publicKeyAlgorithm: -7,
    });
  }

  /** `navigator.credentials.get()` */
  get(asked: Asked, circumstances: Circumstances): object {
    if (this.counter > 0) this.counter += 1;
    const clientDataJSON = clientData('webauthn.get', asked, circumstances);
    const authenticatorData = this.data(circumstances, 0);
    const signed = Buffer.concat([
      authenticatorData,
      sha256(Buffer.from(clientDataJSON, 'base64url')),
    ]);
    return this.handOver({
      clientDataJSON,
      authenticatorData: base64url(authenticatorData),
      signature: base64url(sign('sha256', signed, this.privateKey)),
      userHandle: circumstances.userHandle ?? this.userHandle,
    });
  }

  /** Somebody has got at the key: both sign on from here. */
  copy(): SoftPasskey {
    return Object.assign(Object.create(SoftPasskey.prototype) as SoftPasskey, this);
  }

  private data({ origin, rpId, isVerified = true }: Circumstances, more: number): Buffer {
    const verified = isVerified ? flag.verified : 0;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = flag.present | verified | flag.mayBeBackedUp | flag.backedUp | more;
    return Buffer.concat([sha256(rpId ?? new URL(origin).hostname), Buffer.from([flags]), counter]);
  }

  /** With members that nobody asked for, as browsers do. */
  private handOver(response: object): object {
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: { credProps: { rk: true } },
      response,
    };
  }
}

function clientData(type: string, { challenge }: Asked, { origin }: Circumstances): string {
  return base64url(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));
}
