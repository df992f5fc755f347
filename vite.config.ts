import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Everything from our own origin; wasm may compile. Trusted by dev too, except for its inline refresh script. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
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

export default defineConfig({
  base: './',
  plugins: [react()],
  server: { headers: isolation },
  preview: { headers: { ...isolation, 'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'` } },
  worker: { format: 'es' },
  build: { target: 'es2023' },
  optimizeDeps: { exclude: ['onnxruntime-web'] },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
});
