/** A name server of our own on the loopback: says who an address is and where a name leads, or says nothing at all. */
import { type Socket, createSocket } from 'node:dgram';
import { once } from 'node:events';

/** Records by name: a `PTR` holds names, `A` and `AAAA` hold addresses. */
export interface Zone {
  PTR: Record<string, string[]>;
  A: Record<string, string[]>;
  AAAA: Record<string, string[]>;
}

export interface NameServer {
  /** For `DNS_SERVERS`. */
  address: string;
  /** May be changed at any time. */
  zone: Zone;
  /** Every question so far, like `PTR 1.2.0.192.in-addr.arpa`. */
  asked: string[];
  /** Hears questions and never answers. */
  isSilent: boolean;
  close(): void;
}

const types: Record<number, keyof Zone> = { 1: 'A', 12: 'PTR', 28: 'AAAA' };

export async function startNameServer(): Promise<NameServer> {
  const socket: Socket = createSocket('udp4');
  const server: NameServer = {
    address: '',
    zone: { PTR: {}, A: {}, AAAA: {} },
    asked: [],
    isSilent: false,
    close: () => socket.close(),
  };
  socket.on('message', (message, { port, address }) => {
    const { name, type, end } = questionIn(message);
    server.asked.push(`${type} ${name}`);
    if (server.isSilent) return;
    const records = type === undefined ? [] : (server.zone[type][name] ?? []);
    const answers = records.map((record) => answerOf(type, record));
    const head = Buffer.from(message.subarray(0, 12));
    // An answer, with recursion; "no such name" where there is none.
    head.writeUInt16BE(answers.length > 0 ? 0x8180 : 0x8183, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(answers.length, 6);
    head.writeUInt32BE(0, 8);
    socket.send(Buffer.concat([head, message.subarray(12, end), ...answers]), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  server.address = `127.0.0.1:${socket.address().port}`;
  return server;
}

function questionIn(message: Buffer): { name: string; type: keyof Zone | undefined; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), type: types[message.readUInt16BE(at + 1)], end: at + 5 };
}

function answerOf(type: keyof Zone | undefined, record: string): Buffer {
  const data = type === 'PTR' ? nameInBytes(record) : addressInBytes(record);
  const head = Buffer.alloc(12);
  // The name of the question, by its place in the message.
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type === 'PTR' ? 12 : data.length === 4 ? 1 : 28, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function nameInBytes(name: string): Buffer {
  const labels = name
    .split('.')
    .flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]);
  return Buffer.concat([...labels, Buffer.from([0])]);
}

/** @param address IPv6 in all of its eight groups */
function addressInBytes(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number));
  const groups = address.split(':').map((group) => group.padStart(4, '0'));
  return Buffer.from(groups.join(''), 'hex');
}
