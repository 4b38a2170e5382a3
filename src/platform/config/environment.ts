/** The only place in src/ that looks at the process's environment. */
export function readEnvironment(): Record<string, string | undefined> {
  return process.env;
}
