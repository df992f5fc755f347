export const format = {
  bytes: { kilo: '{{value}}kB', mega: '{{value}}MB', giga: '{{value}}GB' },
  bytesOf: {
    kilo: '{{total}}kB 중 {{done}}kB',
    mega: '{{total}}MB 중 {{done}}MB',
    giga: '{{total}}GB 중 {{done}}GB',
  },
  milliseconds: '{{value}}ms',
  seconds: '{{value}}초',
  minutes: '{{value}}분',
  hours: '{{hours}}시간 {{minutes}}분',
  timeOf: '약 {{total}} 중 {{done}}',
  timeLeft: '약 {{time}} 남음',
  percent: '{{value}}%',
  percentBelow: '{{value}}% 미만',
  ofPhoto: '사진의 {{share}}',
  pixels: '{{value}}px',
  megapixels: '{{value}}MP',
} as const;
