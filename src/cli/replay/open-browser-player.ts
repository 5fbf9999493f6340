import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../command-error.ts';
import { packageFolder } from '../package-folder.ts';
import { BrowserPlayer } from './browser-player.ts';

/** Starts the browser that is on this computer. Throws CommandError with what is missing. */
export async function openBrowserPlayer(): Promise<BrowserPlayer> {
  const folder = packageFolder('dist/player');
  if (folder === undefined)
    throw new CommandError('The player for browsers is not built: run npm run build first.', 2);
  const script = await readFile(join(folder, 'player.js'), 'utf8');
  const { chromium } = await import('playwright-core').catch(() => {
    throw new CommandError(
      '--browser needs the package playwright-core: npm install playwright-core',
      2,
    );
  });
  const executablePath = process.env.CHROME_PATH;
  const where = executablePath === undefined ? { channel: 'chromium' } : { executablePath };
  // As root, as in most containers, Chromium cannot shut itself in.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return BrowserPlayer.open(script, () =>
    chromium.launch({ ...where, args }).catch((error: Error) => {
      const [first] = error.message.split('\n');
      throw new CommandError(
        `No browser could be started (${first}). Say with CHROME_PATH where one is.`,
        2,
      );
    }),
  );
}
