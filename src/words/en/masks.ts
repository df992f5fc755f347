export const prompts = {
  unchanged: 'The mask stays as it was. {{reason}}',
  unchangedObject: '{{name}} stays as it was. {{reason}}',
  nothingToZoom: 'Click or select an object first, to look closer at it.',
  nothingToFind: 'Open a photo first: there is nothing to look at yet.',
  /** Why a zoom gave no other mask. */
  zoom: {
    empty: 'The mask is empty.',
    nothing: 'The model finds nothing there.',
    endless: 'The object goes on beyond its surroundings.',
    large: 'It fills so much of the photo that a closer look would show no more.',
  },
} as const;

export const candidates = {
  confidence: 'The percentage is the model’s own estimate of how well the mask fits.',
  bestMatchWhy: 'It answers all prompts together, so it comes first.',
  names: {
    single: 'Best match',
    whole: 'Whole',
    part: 'Part',
    subPart: 'Sub-part',
    other: 'Mask {{token}}',
  },
} as const;

export const maskPanel = {
  title: 'Mask',
  selectFirst: 'Select an object to mend its mask.',
  locked: 'It is locked: unlock it to mend its mask.',
  parts_one: '{{count}} part',
  parts_other: '{{count}} parts',
  holes_one: '{{count}} hole',
  holes_other: '{{count}} holes',
  split: 'Split into parts',
  noOverlap: 'No overlap',
  noOverlapAbout: 'New and edited masks leave other objects’ pixels alone.',
  zoomHabit: 'Zoom in on small objects automatically',
  zoomHabitAbout: 'On photos that the model sees shrunk. Z asks for it at any time.',
  zoomHabits: {
    quick: 'where it takes under a second',
    always: 'always',
    never: 'never',
  },
  reshapes: {
    'fill-holes': 'Fill holes',
    'drop-specks': 'Drop specks',
    smooth: 'Smooth',
    grow: 'Grow, shrink',
  },
  off: 'off',
  upTo: 'up to {{area, number}} px',
  apply: 'Apply',
  cancel: 'Cancel',
  working: 'Working…',
  preview: 'Preview',
} as const;

export const comparePanel = {
  title: 'Compare',
  pending: 'Both masks are on their way…',
  hint: 'Click an object: both models answer, and where they differ is hatched.',
  agreement: {
    same: 'The masks are the same.',
    nearlySame: 'The masks are nearly the same.',
    edges: 'The masks agree but for their edges.',
    part: 'The masks agree in part.',
    little: 'The masks differ widely.',
    nothing: 'The masks have nothing in common.',
  },
  iou: 'Their IoU is {{iou}}.',
  iouAndDifference: 'Their IoU is {{iou}}; they differ on {{share}} of the photo.',
  area: 'Area',
  predictedIou: 'Predicted IoU',
  time: 'Time',
} as const;

export const everythingPanel = {
  title: 'Everything',
  find: 'Find everything',
  about:
    'Asks the model at every point of a grid, and proposes what it finds. Nothing becomes an object unless you accept it.',
  running: 'Finding everything',
  runningOn: 'Finding everything on {{photo}}',
  cancel: 'Cancel',
  starting: 'Starts as soon as the photo is encoded…',
  points: '{{done, number}} of {{total, number}} points',
  masks_one: '{{count, number}} mask',
  masks_other: '{{count, number}} masks',
  cancelled: 'Cancelled at {{done, number}} of {{total, number}} points. Nothing was changed.',
  cancelledBefore: 'Cancelled before it began. Nothing was changed.',
  failed: 'It stopped: {{reason}}',
  nothing:
    'Nothing was good enough. Lower “predicted IoU” or “stability” in the options, or ask for more points.',
  nothingNew_one: 'Nothing new: the one that was found is an object already.',
  nothingNew_other: 'Nothing new: all {{count, number}} that were found are objects already.',
  toDecide: '{{shown}} to decide on',
  toDecideAndAside: '{{shown}} to decide on, {{aside}} put aside by the sliders',
  decide: 'Decide',
  acceptAll: 'Accept all {{shown}}',
  dropAll: 'Drop all {{shown}}',
  filters: {
    predictedIou: 'Predicted IoU at least',
    area: 'Area at least',
    anyArea: 'any',
  },
  proposals: 'Proposals',
  proposal: 'Proposal {{number}}',
  figures: 'IoU {{iou}} · stability {{stability}}',
  accept: 'Accept {{name}}',
  drop: 'Drop {{name}}',
  options: {
    title: 'Options',
    points: 'Points a side',
    layers: 'Crop layers',
    divisor: 'Fewer points a layer, by',
    area: 'Smallest hole or speck, px',
    predictedIou: 'Predicted IoU above',
    stability: 'Stability at least',
    overlap: 'Boxes may overlap by',
    about:
      '{{points, number}} points, thresholds for {{model}}. Crop layers look closer, for small objects, and take longer.',
    reset: 'Back to the defaults',
  },
} as const;
