/** What the first screen says. */
export * from './first/actions.ts';
export * from './first/projects.ts';

export const shell = {
  failedPart: {
    what: 'This part of the page stopped because of a bug in the app.',
    goOn: 'Continue',
    report: 'Copy a report',
    reload: 'Reload the page',
  },
  close: 'Close',
  skip: 'Skip to the photo',
  dismiss: 'Dismiss',
  notices: 'Notices',
  dropToOpen: 'Drop to open',
  update: {
    ready: 'A new version is ready.',
    readyLater: 'A new version is ready. It starts once every tab of the app has been closed.',
    reload: 'Reload',
    later: 'Later',
  },
  topBar: {
    hidePanel: 'Hide the panel',
    more: 'More actions',
    tools: 'Project, model and view',
    openingOne: 'Opening {{name}}…',
    openingMany: 'Opening {{number}} of {{total}}: {{name}}…',
    openingProject: 'Opening your project: {{done}} %',
    undo: 'Undo {{name}}',
    redo: 'Redo {{name}}',
  },
  tools: {
    pointStep: 'point',
  },
  prompt: {
    zoomingCancel: 'Zoom refine · Esc cancels',
  },
  models: {
    whoAnswers: 'Model that answers',
    layout: 'How the two are shown',
    layouts: { wipe: 'Wipe', 'side-by-side': 'Side by side', outlines: 'Both outlines' },
  },
  engine: {
    recovering: '{{problem}} Starting again; your work is as you left it.',
    notRunning: 'The model is not running.',
    tryAgain: 'Try again',
    useOneThread: 'Use the CPU, 1 thread',
    runningOn: 'Running on {{backend}}:',
    onlySlower: 'nearly the same masks, only slower.',
  },
  status: {
    embeddings_one: '{{count}} photo ready at once',
    embeddings_other: '{{count}} photos ready at once',
    embeddingsTip: 'Encoded photos that are kept answer clicks without waiting: {{size}}',
  },
} as const;

export const page = {
  insecure:
    'This is a plain http address, where browsers switch off what the annotator needs (WebGPU, threads, checksums). Open it over https or on localhost.',
  busyElsewhere: 'Another tab has unsaved work that a new version would lose. Finish there first.',
  wordsNotLoaded: 'The texts of this language could not be loaded. Try again.',
} as const;

export const welcome = {
  title: 'Click an object. Get its mask.',
  lead: 'Even when the photo is dark, noisy, foggy or blurred. Pick a sample and click something in it, or bring your own photo.',
  open: 'Open photos',
  orDrop: 'or drop them anywhere, or paste',
  privacy: 'The model runs in this browser. Your photos never leave this device.',
  samples: 'Sample photos',
  samplesMissing: 'The sample photos are missing here.',
  sample: '{{title}}, {{condition}}',
} as const;

export const inspector = {
  title: 'Inspector',
  taller: 'Make the panel taller',
  close: 'Close the panel',
  copyReport: 'Copy a report',
  reportCopied: 'Report copied.',
  reportRefused: 'The browser refused to copy the report.',
} as const;

export const format = {
  bytes: { kilo: '{{value}}\u00a0kB', mega: '{{value}}\u00a0MB', giga: '{{value}}\u00a0GB' },
  bytesOf: {
    kilo: '{{done}} of {{total}}\u00a0kB',
    mega: '{{done}} of {{total}}\u00a0MB',
    giga: '{{done}} of {{total}}\u00a0GB',
  },
  milliseconds: '{{value}} ms',
  seconds: '{{value}} s',
  minutes: '{{value}} min',
  hours: '{{hours}} h {{minutes}} min',
  timeOf: '{{done}} of about {{total}}',
  timeOver: '{{done}}, longer than the {{total}} expected',
  timeLeft: 'about {{time}} left',
  percent: '{{value}} %',
  percentBelow: '< {{value}} %',
  ofPhoto: '{{share}} of photo',
  pixels: '{{value}} px',
  megapixels: '{{value}} MP',
} as const;

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
