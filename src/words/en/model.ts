export const modelPanel = {
  title: 'Model',
  facts: {
    model: 'Model',
    size: 'Size',
    from: 'From',
    licence: 'Licence',
    runsOn: 'Runs on',
    adapter: 'Adapter',
    encode: 'Encode',
    decode: 'Decode',
  },
  official:
    'An official checkpoint. Its authors trained mask 0 alone, which lone clicks get too. Its decoder may have been trained too: “Plain SAM” is that decoder with SAM’s tokens, and SAM itself only where it was not.',
  notUsed: 'Why nothing faster is used',
  backend: {
    label: 'Run on',
    auto: 'Best available',
  },
  sets: {
    title: 'Model sets',
    builtIn: 'Built-in model',
    builtInAbout: 'came with the app',
    kept: '{{size}}, kept for offline use',
    inUse: 'in use',
    use: 'Use',
    useNamed: 'Use {{name}}',
    remove: 'Remove {{name}}',
    reallyRemove: 'Really remove',
    keep: 'Keep it',
    reading: 'Checking {{name}}',
    readingAt: 'Checking {{name}}: {{progress}}',
    starting: 'Starting {{name}}',
    startingAt: 'Starting {{name}}: {{progress}}',
    cancel: 'Cancel',
    load: 'Add a model set from',
    zip: 'Zip…',
    folder: 'Folder…',
    zipInput: 'Model set as a zip',
    folderInput: 'Model set as a folder',
  },
  embeddings: {
    title: 'Embeddings',
    inMemory_one: 'Embeddings in memory: {{count}} photo, {{size}}',
    inMemory_other: 'Embeddings in memory: {{count}} photos, {{size}}',
    onDisk_one: 'On disk: {{count}} photo, {{size}}',
    onDisk_other: 'On disk: {{count}} photos, {{size}}',
    clear: 'Clear',
    clearTip: 'Empties memory and disk, except for the photo in hand. Your work stays.',
    keep: 'Keep',
    keepNothing: 'Nothing on disk',
    keepUpTo: 'Up to {{size}} on disk',
  },
  diskTrouble: {
    'no-storage':
      'This browser gives the page no files of its own, as in a private window: embeddings are kept as long as the page is open.',
    full: 'There is no room for more on the disk.',
    failed:
      'The browser can’t write to the disk: new embeddings are kept as long as the page is open.',
  },
} as const;

/** Model sets that are taken in, and why they are not. */
export const sets = {
  builtIn: 'Built-in model',
  unusable: '{{name}} can’t be used. {{reason}} The built-in model takes over.',
  refused: '{{name}}: {{reason}} The model in use stays.',
  start: {
    fileMissing: 'Its file {{file}} is no longer there. Remove the set and load it again.',
    fileCorrupt: 'Its file {{file}} is damaged. Remove the set and load it again.',
    contract:
      'Its file {{file}} does not fit this version of the app: {{tensor}} should be {{expected}} and is {{got}}. Export the set again.',
  },
  problems: {
    noStorage:
      'This browser gives the page no place to keep a model set. A private window may be the reason.',
    notAZip:
      'It is not a zip file, or its end is missing. Choose the zip or the folder that the export has made.',
    noManifest:
      'There is no manifest.json in it. Choose the zip or the folder that the export has made.',
    encrypted: 'The zip is encrypted. Pack it again without a password.',
    manifest:
      'Its manifest.json is not one of a model set of this version of the app ({{detail}}). Export it again.',
    unsafeName:
      'It holds a file called “{{name}}”, which points out of its folder. Don’t trust where it came from.',
    doubleName: 'It holds “{{name}}” twice. Pack the exported folder again.',
    missingFile: 'The file {{name}} is missing. Pack or copy the exported folder again.',
    size: 'The file {{name}} should have {{expected}} bytes and has {{got}}. Copy it again.',
    damaged: 'The file {{name}} is damaged: its checksum is not the manifest’s. Copy it again.',
    tooLarge: 'It is too large: {{size}}, and the app takes {{limit}} at most.',
    tooManyFiles: 'It holds more than {{limit}} files, so it is not one model set.',
    noRoom:
      'There is not enough room for its {{needed}}. Remove another set or free some disk space.',
    littleRoom:
      'There is not enough room: it needs {{needed}} and this browser leaves {{free}}. Remove another set or free some disk space.',
    unreadable: 'It could not be read: {{detail}}.',
  },
} as const;

/** Photos encoded ahead, and what is kept of that. */
export const encoding = {
  diskFull:
    'There is no room on the disk for more embeddings: they are kept in memory, as long as the page is open.',
  diskFailed:
    'The browser can’t keep embeddings on the disk: they are kept in memory, as long as the page is open.',
  allDone: 'All photos are encoded: {{done}}.',
  allDoneBut: 'All photos are encoded: {{done}}. {{failed}} can’t be read.',
} as const;

export const offlineWaits = {
  savesData: 'Not prepared for offline use, as this browser is set to save data.',
  keepNow: 'Keep now',
} as const;

/** Photos degraded on purpose, and what each model makes of them. */
export const lab = {
  title: 'Lab',
  lead: 'Degrade the photo on the stage and see what each model makes of it. The photo, its labels and exports stay as they are.',
  actions: { open: 'Lab: degrade the photo' },
  add: 'Add a degradation',
  stack: 'Degradations, in this order',
  up: 'Move {{name}} up',
  down: 'Move {{name}} down',
  remove: 'Remove {{name}}',
  seed: 'Seed',
  reseed: 'Draw again',
  ask: 'Ask the models',
  close: 'Close the lab',
  degrading: 'Degrading the photo at full size',
  asking: 'Asking the models about the degraded photo',
  needsStack: 'Add a degradation first.',
  needsPrompt: 'Click an object or select one: its mask counts as the truth.',
  truth: {
    object: 'Truth: {{name}}',
    live: 'Truth: the mask in hand, made on the clear photo',
  },
  model: 'Model',
  iou: 'IoU',
  boundaryIou: 'Boundary IoU',
  show: 'Show the difference of {{model}}',
  legend: {
    common: 'Right',
    missed: 'Missed',
    surplus: 'Surplus',
  },
  failures: {
    unreadable: 'The photo’s file could not be read again.',
    degrading:
      'The photo could not be degraded ({{detail}}). Try a smaller photo or fewer degradations.',
    asking: 'The models could not answer ({{detail}}).',
  },
  subjects: {
    plain: 'Plain SAM',
    robust: 'RobustSAM',
    restored_plain: 'Restored, then plain SAM',
    restored_robust: 'Restored, then RobustSAM',
  },
  prompts: {
    centre: 'one central point',
    points: 'three random points',
    box: 'box',
    loose_box: 'loose box',
    corrections: 'five corrective clicks',
    own: 'the same prompt',
  },
  run: {
    all: 'Run all',
    lead: 'All degradations at five severities, with the same prompt and seed.',
    running: 'Asking about every degradation',
    progress: '{{done}} of {{of}}',
    cancel: 'Cancel',
    results: 'Results of {{done}} of {{of}}',
    title: 'Every degradation on this photo',
    save: {
      html: 'Save the report (HTML)',
      png: 'Save the charts (PNG)',
      csv: 'Save CSV',
      json: 'Save JSON',
    },
  },
  report: {
    title: 'Masks on degraded photos',
    photos_one: '{{count}} photo. An interval over a single photo says nothing, and none is given.',
    photos_other:
      '{{count}} photos. In brackets: where 95 % of the means of photos drawn with replacement lie; gains over plain SAM are taken photo by photo.',
    restored:
      '“Restored”: the photo is adjusted as Auto in the view adjustments would, and the model sees the result.',
    glance: 'At a glance',
    measures: 'All measures',
    byDegradation: 'By degradation',
    bySeverity: 'By severity',
    clicks: 'Clicks until it is right',
    case: '{{photo}}: {{condition}}, {{prompt}}. {{model}}: {{iou}}',
    worst: 'Worst cases',
    made: 'How it was made',
    prompt: 'Prompt',
    photo: 'Photo',
    model: 'Model',
    photosAre: 'Photos',
    clear: 'clear',
    degraded: 'degraded',
    degradation: 'Degradation',
    severity: 'Severity',
    gain: 'IoU gained',
    clicksTo: 'Clicks to IoU {{iou}}',
    failed: 'not within {{count}}',
    iou: 'IoU',
    pixelAccuracy: 'Pixel accuracy',
    dice: 'Dice',
    boundaryIou: 'Boundary IoU',
    chart: 'IoU by severity, {{prompt}}',
    noDegradation: 'clear photo',
  },
  names: {
    snow: 'Snow',
    fog: 'Fog',
    rain: 'Rain',
    gaussian_noise: 'Gaussian noise',
    iso_noise: 'ISO noise',
    impulse_noise: 'Impulse noise',
    resampling_blur: 'Resampling blur',
    motion_blur: 'Motion blur',
    zoom_blur: 'Zoom blur',
    colour_jitter: 'Colour jitter',
    compression: 'JPEG compression',
    elastic_transform: 'Elastic transform',
    frosted_glass_blur: 'Frosted glass',
    brightness: 'Darkness',
    contrast: 'Contrast',
    low_light: 'Low light',
    defocus: 'Defocus',
    chain_once: 'Blur, resize, noise, JPEG: once',
    chain_1: 'The chain twice, mild',
    chain_2: 'The chain twice, medium',
    chain_3: 'The chain twice, strong',
  },
} as const;
