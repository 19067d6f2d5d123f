/** The operator's commands: one table, one file each; and what is printed for a line of words. */
import { backup } from './backup.ts';
import { boards } from './boards.ts';
import { check } from './check.ts';
import type { Call, Command } from './command.ts';
import { exportBoard } from './export.ts';
import { flatten } from './flatten.ts';
import { links } from './links.ts';
import { purge } from './purge.ts';
import { purgeDate } from './purge-date.ts';
import { restore } from './restore.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  boards,
  check,
  links,
  export: exportBoard,
  backup,
  restore,
  flatten,
  purge,
  'purge-date': purgeDate,
};

export interface Said {
  readonly text: string;
  /** 0 done, 1 not done for the reason said, 2 not understood. */
  readonly code: 0 | 1 | 2;
}

/** @param line the words after `npm run admin --` */
export async function runCommand(
  line: readonly string[],
  parts: Pick<Call, 'config' | 'clock'>,
): Promise<Said> {
  const [name = '', ...rest] = line;
  if (name === '' || name === 'help' || name === '--help') return { text: help(), code: 0 };
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return { text: `Commande inconnue : ${name}.\n\n${help()}`, code: 2 };

  const flags = new Set(rest.filter((word) => word.startsWith('--')));
  const words = rest.filter((word) => !word.startsWith('--'));
  const [least, most] = command.words;
  const isUnderstood = [...flags].every((flag) => command.flags?.includes(flag));
  if (!isUnderstood || words.length < least || words.length > most) {
    return { text: `Attendu : ${name} ${command.usage}`.trimEnd(), code: 2 };
  }
  const outcome = await command.run({ ...parts, words, flags });
  return outcome.ok
    ? { text: outcome.value.join('\n'), code: 0 }
    : { text: outcome.error, code: 1 };
}

function help(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { usage, purpose }]) => `  ${`${name} ${usage}`.trimEnd()}\n      ${purpose}`,
  );
  return ['Usage : npm run admin -- <commande>', ...lines].join('\n');
}
