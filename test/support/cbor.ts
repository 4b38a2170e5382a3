/** Writes the little of CBOR (RFC 8949) that an authenticator speaks: whole numbers, bytes, text and maps. */

export type Cbor = number | string | Uint8Array | ReadonlyMap<number | string, Cbor>;

const kind = { positive: 0, negative: 1, bytes: 2, text: 3, map: 5 };

export function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') {
    return value < 0 ? head(kind.negative, -1 - value) : head(kind.positive, value);
  }
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([head(kind.text, text.length), text]);
  }
  if (value instanceof Uint8Array) return Buffer.concat([head(kind.bytes, value.length), value]);
  const entries = [...value].flatMap(([key, each]) => [cbor(key), cbor(each)]);
  return Buffer.concat([head(kind.map, value.size), ...entries]);
}

function head(of: number, count: number): Buffer {
  const first = of << 5;
  if (count < 24) return Buffer.from([first | count]);
  if (count < 0x100) return Buffer.from([first | 24, count]);
  return Buffer.from([first | 25, count >> 8, count & 0xff]);
}
