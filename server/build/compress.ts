/** A Vite plugin: the built client's texts are compressed once, at the build, for every visit. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Fonts and images are compressed already. */
const isText = (name: string): boolean => /\.(?:html|js|css|svg|json|txt|webmanifest)$/.test(name);
/** Below, the header that names the encoding costs as much as is won. */
const minBytes = 1_024;

/** Puts a `.br` and a `.gz` beside every text of more than 1 kB that the build writes or copies. */
export function compress(): Plugin {
  let copied = '';
  return {
    name: 'gommette-compress',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    configResolved: ({ publicDir }) => {
      copied = publicDir;
    },
    generateBundle: {
      order: 'post', // after index.html was made
      handler(_options, bundle) {
        const emit = (fileName: string, source: Uint8Array) =>
          this.emitFile({ type: 'asset', fileName, source });
        for (const [name, file] of Object.entries(bundle))
          emitSmaller(name, Buffer.from(file.type === 'chunk' ? file.code : file.source), emit);
        for (const name of copied && existsSync(copied) ? readdirSync(copied) : [])
          emitSmaller(name, readFileSync(join(copied, name)), emit);
      },
    },
  };
}

function emitSmaller(
  name: string,
  bytes: Buffer,
  emit: (name: string, source: Uint8Array) => void,
): void {
  if (!isText(name) || bytes.byteLength <= minBytes) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength };
  emit(`${name}.br`, brotliCompressSync(bytes, { params }));
  emit(`${name}.gz`, gzipSync(bytes, { level: 9 }));
}
