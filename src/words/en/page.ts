export const shell = {
  failedPart: {
    what: 'This part of the page has stopped because of a fault in the app.',
    goOn: 'Go on',
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
    openingProject: 'Opening your project…',
    undo: 'Undo {{name}}',
    redo: 'Redo {{name}}',
  },
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
  },
  prompt: {
    bar: 'Mask actions',
    hint: 'Click an object, or drag a box around it.',
    refining: 'Refining {{name}}',
    zooming: 'Looking closer…',
    zoomingCancel: 'Looking closer · Esc cancels',
    finding: 'Finding the mask…',
    waiting: 'Your click waits until the photo is encoded',
    keptNext: 'Will be kept as soon as the photo is encoded',
    kept: '{{name}} kept.',
    keptAs: '{{name}} kept as {{class}}.',
    nameIt: '{{keys}} or 1–9 names it.',
    candidates: 'Candidate masks',
    unsure: 'unsure',
    unsureWhy:
      'The model expects an IoU below {{iou}}: look closely, or add a prompt. The photo may be too poor.',
    keep: 'Keep',
    keepPlain: 'Keep plain',
    keepRobust: 'Keep robust',
  },
  models: {
    whoAnswers: 'Model that answers',
    layout: 'How the two are shown',
    wipe: 'Wipe',
    sideBySide: 'Side by side',
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
  busyElsewhere:
    'Another tab of the app has work in it that is not saved and that a new version would lose. Finish there first.',
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
    search: 'All else is in the search.',
    searchKeys: 'All else is in the search ({{keys}}).',
  },
} as const;

export const inspector = {
  title: 'Inspector',
  taller: 'Make the panel taller',
  close: 'Close the panel',
  copyReport: 'Copy a report',
  reportCopied: 'Report copied.',
  reportRefused: 'Copying the report was refused.',
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

export const room = {
  memory: 'Memory: {{used}} of {{budget}}',
  parts:
    'Photo {{photo}}, masks and history {{masks}}, embeddings {{embeddings}}, thumbnails {{thumbnails}}; the model comes on top.',
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
    connection: 'the connection broke at {{file}}. What has come stays.',
    missing: 'the server has no {{file}} (it answered {{status}}).',
    corrupt: '{{file}} came damaged or of another version, so it was dropped.',
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
