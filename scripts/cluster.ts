/** `npm run cluster`: two processes of Broadsheet and all that stands around them, until Ctrl-C. */
import { startCluster } from './cluster/cluster.js';
import { sentenceOf } from './start-failure.js';
import { RunningParts } from './running-parts.js';

const parts = new RunningParts();
parts.endWithSignals();
const starting = startCluster({ LIMITS_FACTOR: '1000', ...given(['LIMITS_FACTOR']) });
// An interruption waits for what has been begun, so that nothing is left behind half started.
parts.add(async () => (await starting.catch(() => undefined))?.end());

try {
  const { url, singleUrl, processes, pair, simulatorUrl, environment } = await starting;
  const addresses = {
    nginx: url,
    'process one': processes[0].url,
    'process two': processes[1].url,
    'Stripe simulator': simulatorUrl,
    PgBouncer: environment['DATABASE_URL'] ?? '',
    primary: pair.primaryUrl,
    replica: pair.replicaUrl,
  };
  if (!parts.isEnding) {
    for (const [name, address] of Object.entries(addresses)) {
      console.log(`${name.padEnd(17)} ${address}`);
    }
    console.log(`Broadsheet is ready at ${url}`);
    process.send?.({ ready: true, addresses: { nginx: url, single: singleUrl } });
    process.once('disconnect', () => void parts.end(0));
  }
} catch (error) {
  if (!parts.isEnding) await parts.end(1, sentenceOf(error));
}

function given(names: string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
}
