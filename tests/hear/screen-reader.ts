/** Orca listening to Firefox on a screen that nobody sees, with a voice that makes no sound. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { launch, type Page } from 'puppeteer-core';

export interface ScreenReader {
  readonly page: Page;
  /** Ends Orca, which writes its log late. @returns what it has spoken, a line each */
  readonly allSpoken: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const firefox = 'firefox-esr';
const programs = ['orca', 'speech-dispatcher', firefox, 'Xvfb', 'dbus-run-session', 'gsettings'];

/** @returns what of it this machine has not */
export const missingPrograms = (): readonly string[] =>
  programs.filter((program) => spawnSync('which', [program]).status !== 0);

/** Needs a session bus of its own. Rejects when something of it does not start. */
export async function openScreenReader(): Promise<ScreenReader> {
  const directory = mkdtempSync(join(tmpdir(), 'gommette-hear-'));
  const children: ChildProcess[] = [];
  const begin = (program: string, args: readonly string[], env: NodeJS.ProcessEnv) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(child);
    return child;
  };
  const end = () => {
    for (const child of children) child.kill('SIGTERM');
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const screen = begin('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x800x24'], process.env);
    const [number] = await once(createInterface({ input: screen.stdout }), 'line');
    const voice = join(directory, 'voice.sock');
    const env = {
      ...process.env,
      DISPLAY: `:${number}`,
      HOME: directory,
      GNOME_ACCESSIBILITY: '1',
      SPEECHD_ADDRESS: `unix_socket:${voice}`,
    };
    layVoice(directory);
    begin('speech-dispatcher', ['--run-single', '--config-dir', directory, '-S', voice], env);
    await until(() => existsSync(voice), 'speech-dispatcher');
    const asked = ['org.gnome.desktop.interface', 'toolkit-accessibility', 'true'];
    spawnSync('gsettings', ['set', ...asked], { env });
    const log = join(directory, 'orca.log');
    const orca = begin('orca', ['--replace', `--debug-file=${log}`], env);
    await until(() => spokenIn(log).length > 0, 'Orca', 60_000);
    const browser = await openFirefox(env);
    const [page = await browser.newPage()] = await browser.pages();
    const close = async () => {
      await browser.close();
      end();
    };
    const allSpoken = async () => {
      const gone = once(orca, 'exit');
      orca.kill('SIGTERM');
      await gone;
      return spokenIn(log);
    };
    return { page, allSpoken, close };
  } catch (error) {
    end();
    throw error;
  }
}

/** What Orca gives a voice is in Orca's log, so this one need not be heard. */
function layVoice(directory: string): void {
  const lines = [
    'AudioOutputMethod "libao"',
    'AddModule "dummy" "sd_dummy" ""',
    'DefaultModule dummy',
    '',
  ];
  writeFileSync(join(directory, 'speechd.conf'), lines.join('\n'));
  writeFileSync(join(directory, '.libao'), 'default_driver=null\n');
}

const openFirefox = (env: NodeJS.ProcessEnv) =>
  launch({
    browser: 'firefox',
    executablePath: spawnSync('which', [firefox], { encoding: 'utf8' }).stdout.trim(),
    headless: false,
    env,
    extraPrefsFirefox: {
      'accessibility.force_disabled': -1,
      'intl.accept_languages': 'fr-FR',
      'ui.prefersReducedMotion': 1,
    },
  });

function spokenIn(log: string): readonly string[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, 'utf8').matchAll(/SPEECH OUTPUT: '([^\n]*)'\{/g);
  return [...lines].map(([, words = '']) => words);
}

/**
 * Looks ten times a second.
 * @throws Error that names what was waited for in vain
 */
async function until(fact: () => boolean, what: string, patienceMs = 20_000): Promise<void> {
  const begunAt = performance.now();
  while (!fact()) {
    if (performance.now() - begunAt > patienceMs) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
