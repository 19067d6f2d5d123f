/** The commands of whoever runs a server, from their sources: nothing has to be built for them. */
import { run } from './processes.mjs';

/** @param {readonly string[]} line */
export function administer(line) {
  process.exitCode = run(process.execPath, ['--import', 'tsx', 'server/cli/admin.ts', ...line]);
}
