import { t } from '../words/words.ts';
import type { Backend } from './protocol.ts';

/** "WebGPU fp16", "CPU, 4 threads": for the status line. */
export function backendLabel(backend: Backend, threads: number): string {
  switch (backend) {
    case 'webgpu-fp16':
      return t('backends.webgpuFp16');
    case 'webgpu-fp32':
      return t('backends.webgpuFp32');
    case 'wasm-threads':
      return t('backends.cpu', { count: threads });
    case 'wasm-single':
      return t('backends.cpu', { count: 1 });
  }
}
