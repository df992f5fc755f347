export const stage = {
  photo: 'Photo. {{hint}}.',
  photoOf: 'Photo as {{model}} sees it. {{hint}}.',
  click: 'Click an object',
  crosshair: '{{keys}} gives a crosshair moved by the arrow keys',
  leave: '{{keys}} leaves the photo for the next part of the page',
  shortcuts: '{{keys}} lists all keys',
  questionMark: 'question mark',
  predicted: 'predicted',
  wipe: {
    label: 'Divider between plain SAM on the left and RobustSAM on the right',
    value: '{{percent}} % of the photo shows plain SAM',
  },
} as const;

export const tour = {
  title: 'Tour',
  next: 'Next',
  done: 'Done',
  skip: 'Skip the tour',
  place: '{{number}} of {{total}}',
  open: {
    title: 'Open a photo',
    text: 'Pick one, drop some anywhere, or take a sample. Nothing leaves this device.',
  },
  click: {
    title: 'Click an object',
    text: 'Its mask comes up. Right-click what should not belong to it.',
    touch: 'Tap it, and its mask comes up. Switch to − and tap what should not belong to it.',
  },
  keep: {
    title: 'Keep it, and say what it is',
    object: 'Keep makes it an object.',
    objectKeys: 'Keep ({{keys}}) makes it an object.',
    class: 'The class field names what was kept.',
    classKeys: 'Then {{keys}} names it.',
  },
  export: {
    title: 'Export',
    formats: 'Take everything with you as COCO, YOLO or pictures.',
    search: 'Search finds everything else.',
    searchKeys: 'Search ({{keys}}) finds everything else.',
  },
} as const;

export const room = {
  memory: 'Memory: {{used}} of {{budget}}',
  parts:
    'Photo {{photo}}, masks and history {{masks}}, embeddings {{embeddings}}, thumbnails {{thumbnails}}; the model comes on top.',
} as const;
