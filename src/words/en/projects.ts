/** What a project is kept as, and as what it is shown. */
export const projects = {
  storage: {
    reason:
      'Saved in this browser. When the disk runs full, the browser may delete it, unless you choose to keep it.',
    keep: 'Don’t delete',
    granted: 'The browser won’t delete your projects.',
    refused:
      'The browser does not promise to keep your projects when the disk runs full: save a project file now and then.',
    usage: 'All projects and models take {{used}} of the {{most}} that this browser gives.',
    usageAtRisk:
      'All projects and models take {{used}} of the {{most}} that this browser gives. It may clear them when the disk runs full: save a project file now and then.',
  },
  file: {
    saved: '{{file}} is saved.',
    savedBut_one:
      '{{file}} is saved. One photo’s file was not at hand: only its labels are included.',
    savedBut_other:
      '{{file}} is saved. {{count}} photos’ files were not at hand: only their labels are included.',
    notSaved: 'The project file could not be saved. {{reason}}',
    notOpened: '{{file}} could not be opened. {{reason}}',
    noProject: '{{file}}: this is not a project file. Open a zip of labels with “Import labels”.',
    newer:
      '{{file}}: a newer version of the app has written this file. Reload the page, or update it, to open it.',
    damaged: '{{file}}: the project file is damaged ({{detail}}).',
    leftOut_one: '{{file}}: one object could not be read and was left out.',
    leftOut_other: '{{file}}: {{count}} objects could not be read and were left out.',
    save: 'Save project file',
    withPhotos: 'with its photos',
    saving: 'Saving the project file: {{done}} of {{of}} photos',
    opening: 'Opening the project file: {{done}} of {{of}} photos',
    cancel: 'Cancel',
  },
  cards: {
    title: 'Your projects',
    nameOf: 'Name of {{name}}',
    open: 'Open {{name}}, {{size}}',
    rename: 'Rename {{name}}',
    duplicate: 'Duplicate {{name}}',
    delete: 'Delete {{name}}',
    today: 'today, {{time}}',
  },
} as const;

/** What keeps a project from being saved, changed or seen. */
export const projectAlerts = {
  nothingKept: 'This window keeps nothing once it is closed,',
  nothingKeptHelp: 'as private windows do. Save a project file before you close it.',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  openElsewhere: 'Open in another tab.',
  waiting: 'Waiting for that tab to finish. If it doesn’t answer, close it.',
  following: 'What is done there is shown here.',
  takeOver: 'Take over here',
  locked: '“{{name}}” needs your permission again',
  lockedHelp: 'to show {{photo}}: browsers ask again after a restart.',
  allow: 'Allow',
  moved: 'The file of {{photo}} is not where it was.',
  movedHelp: 'Its labels are kept: open the file, or its folder, again from wherever it is now.',
  findFile: 'Find the file',
  findFolder: 'Find its folder',
} as const;

/** A folder of the disk that labels are written into, beside the photos. */
export const folder = {
  title: 'Work in a folder',
  button: 'Work in a folder…',
  lead: 'Choose a folder of photos. Their labels are written beside them as you work, and those that are there already are read in. The project is kept there too, in robustsam.project.zip: prompts, reviews and what is done, without the photos.',
  unsupported: 'This browser can’t write into folders.',
  unsupportedHelp:
    'Chrome, Edge and other browsers built on Chromium can. Here, export the data set or save a project file instead.',
  format: 'Labels as',
  formats: {
    labelme: { name: 'LabelMe', about: 'A JSON beside each photo, exact polygons.' },
    coco: { name: 'COCO', about: 'One JSON for all photos, exact polygons.' },
    'yolo-segment': {
      name: 'YOLO',
      about: 'A text file for each photo, and the classes in data.yaml.',
    },
    cvat: { name: 'CVAT', about: 'One XML for all photos, exact polygons.' },
  },
  target: 'For',
  targets: { own: 'A project of its own', open: 'The project that is open' },
  choose: 'Choose the folder',
  connected: 'Connected to “{{name}}”.',
  written: 'Last written at {{time}}.',
  notWritten: 'Nothing was written yet.',
  waiting_one: '{{count, number}} file waits.',
  waiting_other: '{{count, number}} files wait.',
  outside_one:
    '{{count, number}} photo of the project is not in this folder: its labels are in robustsam.project.zip alone.',
  outside_other:
    '{{count, number}} photos of the project are not in this folder: their labels are in robustsam.project.zip alone.',
  check: 'Check now',
  leave: 'Disconnect',
  reconnect: 'Reconnect folder',
  locked: '“{{name}}” needs your permission again.',
  lockedHelp: 'Until then labels are kept in the app only: browsers ask again after a restart.',
  none: 'No folder is connected',
  notLocked: 'No folder waits for your permission',
  safe: 'Your labels are safe in the app.',
  again: 'Try again',
  asked_one: 'Someone else has changed {{count, number}} file of the folder.',
  asked_other: 'Someone else has changed {{count, number}} files of the folder.',
  askedHelp: 'Nothing is written over before you decide.',
  deleted: 'deleted',
  more_one: 'and {{count, number}} more',
  more_other: 'and {{count, number}} more',
  all: 'All of these files',
  answers: {
    mine: { name: 'Keep mine', about: 'Write your labels over theirs' },
    theirs: {
      name: 'Take theirs',
      about: 'Replace your labels with theirs; Undo brings yours back',
    },
    both: {
      name: 'Keep both',
      about: 'Add their objects to yours; a project file is copied beside yours',
    },
  },
  short: {
    opening: 'Opening {{name}}',
    locked: '{{name}}: permission needed',
    elsewhere: '{{name}}: written by another tab',
    trouble: '{{name}}: not written',
    asked_one: '{{name}}: {{count, number}} file changed by others',
    asked_other: '{{name}}: {{count, number}} files changed by others',
    waiting_one: '{{name}}: {{count, number}} file waits',
    waiting_other: '{{name}}: {{count, number}} files wait',
    connected: '{{name}}: connected',
    written: '{{name}}: written at {{time}}',
  },
  trouble: {
    refused: '“{{file}}” can’t be written: the browser has no permission.',
    gone: '“{{file}}” is not where it was: it was moved, renamed or deleted.',
    full: '“{{file}}” can’t be written: the disk is full.',
    locked: '“{{file}}” is open in another program.',
    'read-only': '“{{file}}” can only be read.',
    'in-the-way': '“{{file}}” can’t be written: a folder or file of that name is in the way.',
    unreadable: '“{{file}}” was changed by someone else and holds no labels that can be read.',
    'no-photos': 'There are no photos in “{{file}}”.',
    other: '“{{file}}” can’t be written ({{detail}}).',
  },
} as const;

/** Why something does not work, and what to do about it. */
export const problems = {
  cancelled: 'Cancelled.',
  photoUnread: 'The photo’s file could not be read again.',
  worker: {
    noAnswer: 'no answer',
    answerLost: 'the answer was lost',
  },
  engine: {
    noWebgpu: 'This browser has no WebGPU. A current Chrome, Edge, Safari or Firefox may have it.',
    noAdapter:
      'WebGPU found no graphics card it may use. Check that hardware acceleration is on in the browser’s settings.',
    softwareAdapter:
      'WebGPU would run in software here, which is slower than the CPU. Choose it by name to use it anyway.',
    noShaderF16: 'The graphics card has no 16-bit arithmetic in WebGPU.',
    noThreads:
      'Threads are off: the page is not isolated, or there is only one processor core. Reloading may isolate it; else the server has to send the headers COOP and COEP.',
    limit:
      'The graphics card is too small for the model: {{name}} is {{got}}, needed is {{needed}}.',
    parity:
      'Its self-test gave wrong results ({{case}}, error {{error}}), so its masks could not be trusted. A newer browser or graphics driver may help.',
    fileUnreachable:
      'The file {{file}} could not be fetched. Check the connection and reload the page.',
    fileMissing:
      'The file {{file}} is missing on the server (it answered {{status}}). Copy the model files there and reload the page.',
    fileCorrupt:
      'The file {{file}} is damaged or of another version. Reload the page without the cache; if that does not help, copy the model files to the server again.',
    contract:
      'The model file {{file}} does not fit this version of the app: {{tensor}} should be {{expected}} and is {{got}}. Copy the model files that came with the app to the server again.',
    noSuchInput: 'no such input',
    noSuchTensor: 'no such tensor',
    notATensor: 'not a tensor',
    outOfMemory: 'Memory ran out. Close other tabs or programs and try again.',
    setTooLarge:
      'The model set is too large to run here: it needs about {{needed}}, and a browser gives it {{got}}. A graphics card with 16-bit arithmetic needs half.',
    deviceLost:
      'The browser lost the graphics card, for instance because its driver was restarted.',
    workerDied:
      'The part of the app that runs the model stopped. If it happens again, reload the page.',
    runtime: 'The model could not be run: {{detail}}. Reload the page, or choose another backend.',
    notEncoded: 'the photo is not encoded',
    encodingDropped:
      'The photo’s encoding was dropped to free memory. Show the photo and start again.',
  },
} as const;
