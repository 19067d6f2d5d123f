/** A Vite plugin: the built client's texts are compressed once, at the build, for every visit. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Fonts and images are compressed already. */
const isText = (name: string): boolean => /\.(?:html|js|css|svg|json|txt|webmanifest)$/.test(name);
/** Below, the header that names the encoding costs as much as is won. */
const minBytes = 1_024;

/** Puts a `.br` and a `.gz` beside every text of more than 1 kB that the build writes. */
export const compress = (): Plugin => ({
  name: 'gommette-compress',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  generateBundle: {
    order: 'post', // after index.html was made
    handler(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        if (!isText(name) || bytes.byteLength <= minBytes) continue;
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength };
        this.emitFile({
          type: 'asset',
          fileName: `${name}.br`,
          source: brotliCompressSync(bytes, { params }),
        });
        this.emitFile({
          type: 'asset',
          fileName: `${name}.gz`,
          source: gzipSync(bytes, { level: 9 }),
        });
      }
    },
  },
});
