declare module 'libheif-js/libheif-wasm/libheif.js' {
  import type { Libheif } from './libheif.ts';
  export default function createLibheif(options: object): Libheif;
}
