/** Ends with 0 where this container's Broadsheet is ready; the image has no curl. */
const port = process.env['PORT'] || '3000';
const isReady = await fetch(`http://127.0.0.1:${port}/health/ready`, {
  signal: AbortSignal.timeout(4_000),
}).then(
  ({ ok }) => ok,
  () => false,
);
process.exit(isReady ? 0 : 1);
