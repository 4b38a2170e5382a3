/** Looks whether a port is free before anything is started that would need it, and finds one that is. */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { codeOf, StartFailure } from './start-failure.js';

/** @param variable the environment variable by which another port is chosen */
export async function assertPortFree(port: number, host: string, variable: string): Promise<void> {
  const probe = createServer().listen({ port, host, exclusive: true });
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw new StartFailure(explain(codeOf(error), port, host, variable), { cause: error });
  }
  probe.close();
  await once(probe, 'close');
}

/**
 * A port of this machine that is free now, below those that outgoing connections take: while a program is away that is
 * started again, one of them would else take its port, or even be connected with itself.
 */
export async function somePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}

function explain(code: string, port: number, host: string, variable: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program: stop it, or set ${variable} to another port.`;
    case 'EACCES':
      return `Port ${port} may not be used by this user: set ${variable} to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine: set HOST to one that is, like 127.0.0.1.`;
    default:
      return `Port ${port} on ${host} cannot be used (${code}): set ${variable} or HOST to another.`;
  }
}
