import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compress } from '../../../server/build/compress.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gommette-build-'));
});
afterEach(() => rm(root, { recursive: true }));

test('[HT29] a build has each longer text compressed beside it, the page included', async () => {
  const long = 'Une priorité des élus. '.repeat(100);
  await writeFile(
    join(root, 'index.html'),
    `<title>${long}</title><script type="module" src="/main.js"></script>`,
  );
  await writeFile(join(root, 'main.js'), "import './short.css'; document.body.append('court');");
  await writeFile(join(root, 'short.css'), 'p { color: green; }');
  await mkdir(join(root, 'public'));
  await writeFile(join(root, 'public/first.js'), `// ${long}`);
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { modulePreload: false },
    plugins: [compress()],
  });

  const page = await readFile(join(root, 'dist/index.html'));
  expect(brotliDecompressSync(await readFile(join(root, 'dist/index.html.br')))).toEqual(page);
  expect(gunzipSync(await readFile(join(root, 'dist/index.html.gz')))).toEqual(page);
  const copied = await readFile(join(root, 'dist/first.js'));
  expect(brotliDecompressSync(await readFile(join(root, 'dist/first.js.br')))).toEqual(copied);
  expect(gunzipSync(await readFile(join(root, 'dist/first.js.gz')))).toEqual(copied);
  const assets = await readdir(join(root, 'dist/assets'));
  expect(assets.map((name) => name.split('.').at(-1)).toSorted()).toEqual(['css', 'js']);
});
