import react from '@vitejs/plugin-react';
import { defaultClientConditions, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { configDefaults, defineConfig } from 'vitest/config';
import { PIECE_BYTES } from './src/models/pieces.ts';
import { appManifest } from './src/offline/build/app-manifest.ts';
import { HEADERS_FILE, KEPT_FILES, offlineList } from './src/offline/build/offline-list.ts';
import { CONTENT_SECURITY_POLICY, ISOLATION, RESPONSE_HEADERS } from './src/security/headers.ts';

/** Workers are bound by their own response headers, the page also where a host sends none. */
function policyInPage(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Tests of what keeps no state between two calls. */
const PURE = [
  'src/{adjust,degrade,evaluate,formats,geometry,mask,photo,prompt,report,reshape,scoring}/**/*.test.ts',
];

/** Tests that start the command or the package in Node, with the model. */
const WITH_MODEL = ['src/{node/commands,library/node}/**/*.test.ts'];

/** src/offline/ registers it and asks before a new version takes over. */
const serviceWorker = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/offline/worker',
  filename: 'sw.ts',
  injectRegister: null,
  manifest: appManifest,
  includeManifestIcons: false,
  injectManifest: {
    globPatterns: ['**/*'],
    globIgnores: ['sw.js', HEADERS_FILE],
    // It would refuse large files before they are taken off the list.
    maximumFileSizeToCacheInBytes: PIECE_BYTES,
    manifestTransforms: [
      (entries) => ({ manifest: entries.filter(({ url }) => !KEPT_FILES.test(url)), warnings: [] }),
    ],
  },
});

export default defineConfig({
  base: './',
  plugins: [react(), policyInPage(), offlineList(), serviceWorker],
  // The worker loads ONNX Runtime's own glue script by URL: without this it is bundled a second time.
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  server: { headers: ISOLATION },
  preview: { headers: RESPONSE_HEADERS },
  worker: { format: 'es' },
  build: { target: 'es2023' },
  optimizeDeps: { exclude: ['onnxruntime-web'] },
  test: {
    setupFiles: ['src/words/testing/whole.ts'],
    // It would leave a core to an editor; of two that is half.
    maxWorkers: '100%',
    // On a busy machine a second's work takes many.
    testTimeout: 60_000,
    projects: [
      // Loading modules again for each file takes longer than most of these tests do.
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['{src,e2e,repository}/**/*.test.ts', 'src/**/*.test.tsx'],
          exclude: [...configDefaults.exclude, ...PURE, ...WITH_MODEL],
        },
      },
      { extends: true, test: { name: 'node', include: WITH_MODEL } },
    ],
  },
});
