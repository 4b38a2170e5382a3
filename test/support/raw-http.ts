/** Sends bytes as no decent client would, and reads the answer. */
import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/**
 * @param headers without Host, Connection and Content-Length, which are added
 * @param from the address of this machine to come from; its usual one, where nothing is said
 */
export function sendRaw(
  url: string,
  method: string,
  target: string,
  {
    headers = {},
    body = '',
    from,
  }: { headers?: Record<string, string>; body?: string | Buffer; from?: string } = {},
): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(url);
  const length = Buffer.byteLength(body);
  const lines = [
    `${method} ${target} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: close',
    ...(length === 0 ? [] : [`Content-Length: ${length}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const localAddress = from === undefined ? {} : { localAddress: from };
    const socket = connect({ port: Number(port), host: hostname, ...localAddress }, () => {
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
      if (length > 0) socket.write(body);
    });
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A server that refuses may close before everything was sent; what it said has arrived by then.
    socket.on('error', (error) => (chunks.length === 0 ? reject(error) : resolve(parse(chunks))));
    socket.on('end', () => socket.end());
    socket.on('close', () => resolve(parse(chunks)));
  });
}

function parse(chunks: Buffer[]): RawAnswer {
  const whole = Buffer.concat(chunks).toString('utf8');
  const [head = '', ...rest] = whole.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1).trim()];
    }),
  );
  return { status: Number(first.split(' ')[1]), headers, text: rest.join('\r\n\r\n') };
}
