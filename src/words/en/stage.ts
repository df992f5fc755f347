export const stage = {
  photo: 'Photo. {{hint}}.',
  photoOf: 'Photo as {{model}} sees it. {{hint}}.',
  click: 'Click an object',
  crosshair: '{{keys}} gives a crosshair moved by the arrow keys',
  shortcuts: '{{keys}} lists all keys',
  questionMark: 'question mark',
  predicted: 'predicted',
  wipe: {
    label: 'Divider between plain SAM on the left and RobustSAM on the right',
    value: '{{percent}} % of the photo shows plain SAM',
  },
} as const;
