export const photos = {
  photo: 'Photo',
  count_one: '{{count}} photo',
  count_other: '{{count}} photos',
  noneInFolder:
    'There are no photos in this folder: no JPEG, PNG, WebP, AVIF, HEIC, GIF, BMP or TIFF.',
  moreUnopened_one: '{{count}} more file can’t be opened.',
  moreUnopened_other: '{{count, number}} more files can’t be opened.',
  noSuchSample: 'There is no sample photo called “{{id}}”.',
  sampleMissing: '{{name}}: the sample file is missing.',
  changed: '{{name}}: the file has changed since it was opened; check its labels.',
  replaced:
    '{{name}}: the file now holds a photo of another size. Open the old one again, wherever it is.',
  notAtHand: 'The photo’s file is not at hand.',
  locked: 'The photo’s file is locked.',
  problems: {
    formats: 'JPEG, PNG, WebP, AVIF, HEIC, GIF, BMP or TIFF',
    empty: 'The file is empty; please open a {{formats}} photo.',
    inaccessible:
      'The file could not be read from the disk; it may have been moved, deleted or be a folder.',
    notAnImage: 'This is not a photo; please open a {{formats}} file.',
    unsupported:
      'This kind of file ({{format}}) can’t be opened; please convert it to {{formats}}.',
    truncated: 'This {{format}} file is cut off; please copy or download the whole file again.',
    unreadable:
      'This {{format}} file is damaged or of a rare kind; please try another copy, or convert it to JPEG or PNG.',
    noHeicReader:
      'The part of the app that reads HEIC could not be loaded; please connect to the network once and open the photo again.',
    tooLarge:
      'This photo has {{megapixels, number}} megapixels; please shrink it to at most {{limit}} megapixels.',
    outOfMemory:
      'There is not enough memory for this photo of {{megapixels, number}} megapixels; please close other tabs or open a smaller photo.',
    workerFailed:
      'The photo reader stopped, perhaps for lack of memory; please try again or open a smaller photo.',
  },
  /** Files that are no photos. */
  kinds: {
    raw: 'camera raw',
    video: 'video',
    windowsIcon: 'Windows icon',
    appleIcon: 'Apple icon',
  },
  tiff: {
    samples: 'TIFF with {{number}} samples a pixel',
    compression: 'TIFF with compression number {{number}}',
    namedCompression: 'TIFF with {{name}} compression',
    colours: 'TIFF with color model number {{number}}',
    complex: 'TIFF with complex numbers',
    ycbcr: 'TIFF with a rare form of YCbCr',
    predictor: 'TIFF with predictor {{number}}',
    jpegBits: 'TIFF with JPEG of {{number}} bits a sample',
    bits: 'TIFF with {{number}} bits a sample',
  },
} as const;

export const photoPanel = {
  title: 'Photo',
  name: 'Name',
  folder: 'Folder',
  size: 'Size',
  file: 'File',
  done: 'Done',
  doneKeys: '{{keys}} also goes to the next',
  remove: 'Remove from the project',
  tags: {
    label: 'Add a tag to the photo',
    placeholder: 'Add a tag',
    remove: 'Remove tag {{tag}}',
  },
} as const;

export const adjustPanel = {
  title: 'View',
  adjusted: 'adjusted',
  about: 'Changes only what you see. The model and exports use the photo as it is.',
  auto: 'Auto',
  original: 'Original',
  originalTip: 'Hold to see the photo as it is',
  reset: 'Reset',
  inverts: 'Invert',
  shared: 'The same for all photos of the project',
  stops: '{{value}} EV',
  actions: {
    autoAdjust: 'See the photo better, or as it is',
    resetAdjustments: 'Show the photo as it is',
    shareAdjustments: 'Show all photos alike',
  },
  amounts: {
    exposure: 'Exposure',
    black: 'Black point',
    white: 'White point',
    gamma: 'Gamma',
    contrast: 'Contrast',
    local: 'Local contrast',
    dehaze: 'Remove haze',
    denoise: 'Remove noise',
    saturation: 'Saturation',
  },
} as const;

export const reportPanel = {
  title: 'What is wrong with this photo',
  nothing: 'Nothing stands out.',
  histogram: 'Brightness of the pixels, from black to white',
  sigma: 'sigma {{value}}',
  step: '{{value}} × the usual step',
  direction: 'along {{degrees}}°',
  names: {
    noise: 'Noise',
    blur: 'Blur',
    motion: 'Motion blur',
    darkness: 'Darkness',
    haze: 'Haze',
    contrast: 'Low contrast',
    blocks: 'JPEG blocks',
  },
  levels: {
    none: 'none',
    some: 'some',
    strong: 'strong',
  },
} as const;

export const statisticsDialog = {
  title: 'Statistics',
  empty: 'Classes and objects are counted here once there are some.',
  photos: 'Photos',
  stages: '{{photos}}: {{done}} done, {{inWork}} in work, {{untouched}} to do',
  objects: 'Objects',
  time: 'Time',
  work: '{{time}} of work',
  workAndEach: '{{time}} of work, {{each}} a photo that is done',
  class: 'Class',
  small: 'Small',
  smallTip: 'Up to 32 × 32 pixels of area',
  medium: 'Medium',
  mediumTip: 'Up to 96 × 96 pixels of area',
  large: 'Large',
  medianArea: 'Median area',
  medianAreaTip: 'Middle one of the areas, as a share of the photo',
  withoutClass: 'Without a class',
} as const;

export const quality = {
  title: 'Quality',
  any: 'Any quality',
  clear: 'Clear',
  unmeasured: 'No report yet',
  blank: 'Blank',
  blankWhy: 'There is nothing to measure: the photo is of one colour.',
  measuring: 'The rest is measured while nothing else is to be done.',
  unsure: {
    poor: 'The model expects an IoU below {{iou}}, and the photo is poor ({{faults}}): look closely, add a prompt, or see the photo better ({{keys}}).',
    clear:
      'The model expects an IoU below {{iou}}, though the photo is clear: the prompt may mean more than one object. Look closely, or add a prompt.',
  },
  is: {
    darkness: 'Dark',
    noise: 'Noisy',
    blur: 'Blurred',
    motion: 'Blurred by motion',
    haze: 'Hazy',
    contrast: 'Low contrast',
    blocks: 'Blocky',
  },
  list: {
    clear: 'Show clear photos',
    unmeasured: 'Show photos without a report',
    darkness: 'Show dark photos',
    noise: 'Show noisy photos',
    blur: 'Show blurred photos',
    motion: 'Show photos that are blurred by motion',
    haze: 'Show hazy photos',
    contrast: 'Show photos of low contrast',
    blocks: 'Show blocky photos',
    worst: 'Worst photos first',
  },
} as const;
