export const prompts = {
  unchanged: 'The mask stays as it was. {{reason}}',
  unchangedObject: '{{name}} stays as it was. {{reason}}',
  nothingToZoom: 'Click or select an object first, to zoom refine it.',
  nothingToFind: 'Open a photo first: there is nothing to look at yet.',
  /** Why a zoom gave no other mask. */
  zoom: {
    empty: 'The mask is empty.',
    nothing: 'The model finds nothing there.',
    endless: 'The object goes on beyond its surroundings.',
    large: 'It fills so much of the photo that zooming in would show no more.',
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
  selectFirst: 'Select an object to edit its mask.',
  locked: 'It is locked: unlock it to edit its mask.',
  parts_one: '{{count}} part',
  parts_other: '{{count}} parts',
  holes_one: '{{count}} hole',
  holes_other: '{{count}} holes',
  split: 'Split into parts',
  tidy: 'Remove specks and small holes',
  tidyAbout: 'From the model’s masks. What you click on stays.',
  specks_one: '{{count}} speck',
  specks_other: '{{count}} specks',
  removed: 'Removed: {{what}}',
  leftIn: 'Left in: {{what}}',
  nothingToTidy: 'This mask has none.',
  putBack: 'Put back',
  remove: 'Remove',
  noOverlap: 'No overlap',
  noOverlapAbout: 'New and edited masks leave other objects’ pixels alone.',
  zoomHabit: 'Zoom in on small objects automatically',
  zoomHabitAbout: 'On photos that are shrunk for the model. Z does it at any time.',
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
  pending: 'Finding both masks…',
  hint: 'Click an object: both models answer, and where they differ is hatched.',
  agreement: {
    same: 'The masks are the same.',
    nearlySame: 'The masks are nearly the same.',
    edges: 'The masks agree except at their edges.',
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
    'Asks the model all over the photo, and proposes what it finds. Nothing becomes an object unless you accept it.',
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
    share: 'Share of points asked, %',
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

/** Beside the photo: what is in hand, and what can be done with it. */
export const shell = {
  tools: {
    rail: 'Tools',
    inHand: 'Tool in hand',
    clickAdds: 'What a click adds',
    tapAdds: 'What a tap adds',
    tapsInclude: 'Taps include',
    tapsExclude: 'Taps exclude',
    options: 'Tool options',
    size: 'Size',
    pixelsOnScreen: '{{pixels}} pixels on the screen',
    areaMode: 'What the area does to the mask',
    add: 'Add',
    subtract: 'Subtract',
    takeBackCorner: 'Take the last corner back',
    newObject: 'New object',
    onObject: 'On {{name}}',
    onMask: 'On the mask in hand',
    noTarget: 'Select an object to erase from',
    makesObject: 'Makes a new object',
    noOutline: 'Select an object to move its outline',
    outlineOf_one: '{{name}}, {{count}} point',
    outlineOf_other: '{{name}}, {{count}} points',
    snap: 'Snap',
  },
  prompt: {
    bar: 'Mask actions',
    hint: 'Click an object, or drag a box around it.',
    refining: 'Refining {{name}}',
    zooming: 'Zoom refine…',
    finding: 'Finding the mask…',
    waiting: 'Your click waits until the photo is encoded',
    keptNext: 'Will be kept as soon as the photo is encoded',
    kept: '{{name}} kept.',
    keptAs: '{{name}} kept as {{class}}.',
    nameIt: '{{keys}} or 1–9 names it.',
    candidates: 'Candidate masks',
    unsure: 'unsure',
    keep: 'Keep',
    keepPlain: 'Keep plain',
    keepRobust: 'Keep robust',
  },
} as const;
