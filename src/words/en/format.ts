export const format = {
  bytes: { kilo: '{{value}} kB', mega: '{{value}} MB', giga: '{{value}} GB' },
  bytesOf: {
    kilo: '{{done}} of {{total}} kB',
    mega: '{{done}} of {{total}} MB',
    giga: '{{done}} of {{total}} GB',
  },
  milliseconds: '{{value}} ms',
  seconds: '{{value}} s',
  minutes: '{{value}} min',
  hours: '{{hours}} h {{minutes}} min',
  timeOf: '{{done}} of about {{total}}',
  timeLeft: 'about {{time}} left',
  percent: '{{value}} %',
  percentBelow: '< {{value}} %',
  ofPhoto: '{{share}} of photo',
  pixels: '{{value}} px',
  megapixels: '{{value}} MP',
} as const;
