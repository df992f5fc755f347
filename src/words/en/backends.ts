export const backends = {
  webgpuFp16: 'WebGPU fp16',
  webgpuFp32: 'WebGPU fp32',
  cpu_one: 'CPU, {{count}} thread',
  cpu_other: 'CPU, {{count}} threads',
} as const;
