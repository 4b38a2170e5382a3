/** Signs a webhook body the way Stripe does: HMAC-SHA256 over "time.body", once for each secret still honoured. */
import { createHmac } from 'node:crypto';

/** `timestamp` is wall time in seconds, fresh at every attempt: receivers refuse what is older than five minutes. */
export function signatureHeader(
  body: string,
  secrets: readonly string[],
  timestamp: number,
): string {
  const signatures = secrets.map((secret) => `v1=${sign(body, secret, timestamp)}`);
  return [`t=${timestamp}`, ...signatures].join(',');
}

function sign(body: string, secret: string, timestamp: number): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`, 'utf8').digest('hex');
}
