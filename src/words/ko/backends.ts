export const backends = {
  webgpuFp16: 'WebGPU fp16',
  webgpuFp32: 'WebGPU fp32',
  cpu_other: 'CPU, 스레드 {{count}}개',
} as const;
