/** The operator's command line: settings as the server reads them, one command, an exit code. */
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { startFault } from '../start-fault.ts';
import { runCommand } from './commands.ts';

try {
  const line = process.argv.slice(2);
  const { text, code } = await runCommand(line, { config: readConfig(), clock: systemClock });
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = code;
} catch (error) {
  process.stderr.write(`${startFault(error)}\n`);
  process.exitCode = 1;
}
