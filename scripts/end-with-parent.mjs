/**
 * Loaded into every program that a development start runs: when the start is gone, however it went, the
 * program has five seconds to end by itself. So nothing is left of a start that was killed.
 */
const patience = 5_000;

const endSoon = () => setTimeout(() => process.exit(1), patience).unref();

if (process.connected) {
  process.once('disconnect', endSoon);
  process.channel?.unref(); // which the listener would otherwise keep a finished program alive for
} else {
  endSoon();
}
