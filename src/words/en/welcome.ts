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
