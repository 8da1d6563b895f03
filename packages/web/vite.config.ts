import react from '@vitejs/plugin-react';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig({
  plugins: [react(), compressed()],
  build: {
    target: 'es2023',
    sourcemap: false,
    // The map's library and the layout's, which is a worker, are larger than Vite's limit. Each is one whole, and is fetched
    // when a map or a canvas is drawn; shell/size.test.ts holds what is loaded before to its size.
    chunkSizeWarningLimit: 1700,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': process.env.FREEHOLD_API ?? 'http://localhost:8080' } },
});

/** Writes each text compressed beside itself, for the server to send: a third of the bytes, and no work at each request. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle: async ({ dir = '' }, files) => {
      const texts = Object.keys(files).filter((name) => /\.(?:js|css|json|svg)$/.test(name));
      await Promise.all(texts.map((name) => compress(join(dir, name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  // The quality above takes twenty times as long for a twentieth less.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes));
}
