export const photos = {
  photo: 'Photo',
  count_one: '{{count}} photo',
  count_other: '{{count}} photos',
  noneInFolder: 'There are no photos in this folder: no JPEG, PNG, WebP, AVIF, GIF, BMP or TIFF.',
  moreUnopened: '{{count}} more files can’t be opened.',
  noSuchSample: 'There is no sample photo called “{{id}}”.',
  sampleMissing: '{{name}}: the sample file is missing.',
  changed: '{{name}}: the file has changed since it was opened; check its labels.',
  replaced:
    '{{name}}: the file now holds a photo of another size. Open the old one again, wherever it is.',
  notAtHand: 'The photo’s file is not at hand.',
  locked: 'The photo’s file is locked.',
  problems: {
    formats: 'JPEG, PNG, WebP, AVIF, GIF, BMP or TIFF',
    empty: 'The file is empty; please open a {{formats}} photo.',
    inaccessible:
      'The file could not be read from the disk; it may have been moved, deleted or be a folder.',
    notAnImage: 'This is not a photo; please open a {{formats}} file.',
    unsupported:
      'This kind of file ({{format}}) can’t be opened; please convert it to {{formats}}.',
    truncated: 'This {{format}} file is cut off; please copy or download the whole file again.',
    unreadable:
      'This {{format}} file is damaged or of a rare kind; please try another copy, or convert it to JPEG or PNG.',
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
    compression: 'TIFF with compression {{number}}',
    colours: 'TIFF with colour model {{number}}',
    ycbcr: 'TIFF with uncompressed YCbCr',
    planes: 'TIFF with colour planes',
    predictor: 'TIFF with float predictor',
    float: 'TIFF with float samples',
    jpeg: 'TIFF with JPEG of {{number}} samples a pixel',
    cmyk: 'CMYK TIFF with {{number}} bits a sample',
    bits: 'TIFF with {{number}} bits a sample',
  },
} as const;
