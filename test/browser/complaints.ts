/** What a browser complains of while somebody reads, and whatever it asks of another machine. */
import type { BrowserContext, CDPSession, Request } from 'playwright-core';

const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What a page cannot do without. What a script asks for may be refused: it is the script's to say so. */
const parts = new Set(['stylesheet', 'script', 'image', 'font', 'media', 'manifest']);

/** The list grows as long as the context lives; what its pages, their frames and service workers do counts alike. */
export function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(`script: ${error.error().message}`));
  context.on('console', (message) => {
    // A refused card is answered 402, and browsers note every such answer as an error.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  context.on('request', (request) => {
    if (leavesTheMachine(request)) complaints.push(`asked ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'failed';
    // Whoever goes on to another page does not wait for the pictures of this one.
    if (why !== 'net::ERR_ABORTED') complaints.push(`${why}: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400 && parts.has(response.request().resourceType())) {
      complaints.push(`${response.status()}: ${response.url()}`);
    }
  });
  return complaints;
}

/** The same violations as `securitypolicyviolation` would report, also where scripts do not run. */
export async function addPolicyViolations(
  devtools: CDPSession,
  complaints: string[],
): Promise<void> {
  devtools.on('Audits.issueAdded', ({ issue: { code, details } }) => {
    const csp = details.contentSecurityPolicyIssueDetails;
    if (csp !== undefined) {
      const what = csp.blockedURL ?? csp.contentSecurityPolicyViolationType;
      complaints.push(`policy: ${csp.violatedDirective} forbids ${what}`);
    } else if (code === 'QuirksModeIssue' || code === 'MixedContentIssue') {
      complaints.push(code);
    }
  });
  await devtools.send('Audits.enable');
}

function leavesTheMachine(request: Request): boolean {
  const { protocol, hostname } = new URL(request.url());
  return /^(https?|wss?):$/.test(protocol) && !thisMachine.has(hostname);
}
