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
    text: 'Its mask comes up. A right click takes away what should not belong; on a touch screen the − does.',
  },
  keep: {
    title: 'Keep it, and say what it is',
    object: 'Keep makes it an object.',
    objectKeys: 'Keep ({{keys}}) makes it an object.',
    class: 'The class field names its class.',
    classKeys: 'The class field ({{keys}}) names its class.',
  },
  export: {
    title: 'Export',
    formats: 'Take everything with you as COCO, YOLO or pictures.',
    search: 'All else is in the search.',
    searchKeys: 'All else is in the search ({{keys}}).',
  },
} as const;
