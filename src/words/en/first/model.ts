export const modelChoice = {
  names: {
    robust: 'RobustSAM',
    plain: 'Plain SAM',
    compare: 'Compare',
  },
  hints: {
    robust: 'RobustSAM answers, even on poor photos',
    plain: 'Plain SAM answers',
    compare: 'Both answer the same prompt',
  },
  only: 'The loaded model set has {{model}} only',
} as const;

export const backends = {
  webgpuFp16: 'WebGPU fp16',
  webgpuFp32: 'WebGPU fp32',
  cpu_one: 'CPU, {{count}} thread',
  cpu_other: 'CPU, {{count}} threads',
} as const;

export const engineStatus = {
  backends: {
    'webgpu-fp16': 'WebGPU fp16',
    'webgpu-fp32': 'WebGPU fp32',
    'wasm-threads': 'CPU, several threads',
    'wasm-single': 'CPU, 1 thread',
  },
  noBackend: 'no backend yet',
  off: 'Model not loaded',
  loading: 'Loading model: {{progress}}',
  checking: 'Checking {{backend}}',
  checkingCpu: 'Checking the CPU',
  warming: 'Warming up {{backend}}',
  warmingCpu: 'Warming up the CPU',
  ready: 'Ready · {{backend}}',
  readyAndTime: 'Ready · {{backend}} · {{time}}',
  encoding: 'Encoding photo: {{progress}}',
  encodingForPlain: 'Encoding photo for plain SAM: {{progress}}',
  decoding: 'Finding the mask',
  recovering: 'Restarting the model',
  failed: 'Model stopped',
} as const;

export const encodingAhead = {
  title: 'Encoding ahead',
  near: {
    running: 'Encoding ahead',
    count: 'Encoding ahead: {{done}} of {{total}}',
    stopped: 'Encoding ahead stopped: {{reason}}',
  },
  all: {
    running: 'Encoding all photos',
    count: 'Encoding all photos: {{done}} of {{total}}',
    stopped: 'Encoding all photos stopped: {{reason}}',
  },
  stopReasons: {
    full: 'no more embeddings fit on the disk. Raise the limit.',
    failed: 'the browser doesn’t keep what is written to the disk.',
    'no-storage': 'this browser gives the page no files of its own.',
    engine: 'the model could not run beside your work.',
  },
  paused: 'paused',
  holding: 'waits while you work',
  done: 'The next photos are encoded.',
  none: 'No photo to encode ahead.',
  failed_one: '{{first}} can’t be read and was skipped.',
  failed_other: '{{count}} photos can’t be read and were skipped, {{first}} first.',
  onlyNext: 'Only the next photos',
  encodeAll: 'Encode all photos',
  pause: 'Pause',
  resume: 'Resume',
} as const;

export const offlineUse = {
  title: 'Offline use',
  keeping: 'Keeping for offline use',
  keepingAt: 'Keeping for offline use {{progress}}',
  ready: 'Works offline · {{size}} kept',
  failed: 'Not everything is kept for offline use: {{reason}}',
  failedShort: 'Not kept for offline use',
  impossible: 'Offline use isn’t possible here: {{reason}}',
  again: 'Try again',
  problems: {
    connection: 'the connection broke at {{file}}. What was downloaded is kept.',
    missing: 'the server has no {{file}} (it answered {{status}}).',
    corrupt: '{{file}} arrived damaged or in another version, so it was discarded.',
    shell: 'a part of the page itself could not be fetched, or there is no room for it.',
    noStorage: 'this browser gives the page no storage. A private window may be the reason.',
    noRoom: 'there is not enough room. Free some disk space.',
    other: '{{detail}}.',
  },
  impossibilities: {
    development: 'this is the development server.',
    insecure: 'the page came over plain http. Open it over https or on localhost.',
    unsupported: 'this browser offers no service workers. A private window may be the reason.',
    refused: 'the browser refuses the app’s service worker.',
    refusedDetail: 'the browser refuses the app’s service worker ({{detail}}).',
  },
} as const;
