import react from '@vitejs/plugin-react';
import { defaultClientConditions, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Everything from our own origin; wasm may compile. Not in dev: its refresh script is inline. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "style-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Cross-origin isolation: without it SharedArrayBuffer, and so wasm threads, are missing. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Workers are bound by their own response headers, the page also where a host sends none. */
function policyInPage(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), policyInPage()],
  // The worker loads ONNX Runtime's own glue script by URL: without this it is bundled a second time.
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  server: { headers: isolation },
  preview: {
    headers: {
      ...isolation,
      'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
    },
  },
  worker: { format: 'es' },
  build: { target: 'es2023' },
  optimizeDeps: { exclude: ['onnxruntime-web'] },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
});
