/** The operator's commands on the data of a server, which runs or not. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/**
 * Runs one and gives what it printed.
 * @throws Error with what it complained of
 */
export function administer(dataDirectory: string, line: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'server/cli/admin.ts', ...line],
    { cwd: root, env: { ...process.env, DATA_DIR: dataDirectory }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${line.join(' ')} : ${stderr}`);
  return stdout;
}
