import { join } from 'node:path';
import { defaultClientConditions, type InlineConfig } from 'vite';

const LIBRARY = join(import.meta.dirname, '..');
const SRC = join(LIBRARY, '..');

/** What others may import, by name: index is its declarations' and scripts' alike. */
export const ENTRIES = {
  browser: join(LIBRARY, 'browser.ts'),
  element: join(LIBRARY, 'element.ts'),
  formats: join(LIBRARY, 'formats.ts'),
  degradations: join(LIBRARY, 'degradations.ts'),
} as const;

/** Scripts that browser/workers.ts starts by name. */
const WORKERS = {
  'engine-worker': join(SRC, 'engine/worker/main.ts'),
  'photo-worker': join(SRC, 'photo/worker/main.ts'),
} as const;

/** All files lie in one folder, so each finds the others beside itself. */
const SHARED = {
  configFile: false,
  // models/load-file.ts goes by it.
  mode: 'library',
  publicDir: false,
  base: './',
  logLevel: 'warn',
} as const satisfies InlineConfig;

const OUTPUT = {
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  assetFileNames: '[name]-[hash][extname]',
} as const;

export function browserBuild(outDir: string): InlineConfig {
  return {
    ...SHARED,
    // As in vite.config.ts: ONNX Runtime's own glue script is loaded by URL.
    resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
    build: {
      target: 'es2023',
      outDir,
      emptyOutDir: true,
      // Whoever bundles it drops what they don't use, and minifies the rest.
      minify: false,
      // Else imports are wrapped in a helper that breaks when others bundle the package.
      lib: { entry: { ...ENTRIES, ...WORKERS }, formats: ['es'] },
      rolldownOptions: { output: OUTPUT },
    },
  };
}

/** What needs a package for each machine stays outside. */
export const NATIVE_PACKAGES = ['onnxruntime-node', '@napi-rs/canvas'] as const;

export function nodeBuild(outDir: string): InlineConfig {
  return {
    ...SHARED,
    ssr: { noExternal: true, external: [...NATIVE_PACKAGES] },
    build: {
      target: 'node20',
      outDir,
      emptyOutDir: false,
      minify: false,
      ssr: true,
      rolldownOptions: {
        input: { node: join(LIBRARY, 'node/node.ts') },
        output: { ...OUTPUT, chunkFileNames: 'node-[name]-[hash].js' },
      },
    },
  };
}
