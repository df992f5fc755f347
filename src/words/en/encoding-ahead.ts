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
    full: 'no more embeddings fit on the disk. A higher limit helps.',
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
