export const projects = {
  unnamed: 'Project',
  recovered: 'Recovered project',
  copyOf: '{{name}} copy',
  photosOf: 'Photos of {{date}}',
  readOnly:
    'The project is open in another tab, which writes it. “Take over here” is above the photo.',
  broken_one:
    'One record of this project can’t be read and was put aside; everything else is here. Undo starts over. A photo that is missing comes back when you open its file again.',
  broken_other:
    '{{count}} records of this project can’t be read and were put aside; everything else is here. Undo starts over. A photo that is missing comes back when you open its file again.',
  notLeft:
    'This project can’t be closed yet: its last changes are not saved. Free some disk space or try again first.',
  gone: 'This project no longer exists.',
  notOpened: 'The project can’t be opened. {{reason}}',
  duplicated: '“{{name}}” was added to your projects.',
  openElsewhere: '“{{name}}” is open in another tab. Close it there first.',
  deleted: '“{{name}}” is deleted.',
  undo: 'Undo',
  file: {
    open: 'Open a project file',
    picker: 'Project file',
  },
  menu: {
    button: 'Project {{name}}',
    title: 'Project',
    name: 'Name of the project',
    others: 'Other projects',
    all: 'All projects',
    size: '{{size}}.',
    sizeAndUsage: '{{size}}. {{usage}}',
  },
  state: {
    notKept: 'Not kept',
    notKeptWhy: 'This window keeps nothing once it is closed',
    readOnly: 'Read only',
    readOnlyWhy: 'Another tab writes this project',
    saved: 'Saved',
    savedWhy: 'Everything is on this device’s disk',
    saving: 'Saving…',
    savingShare: 'Saving: {{done}} %',
    savingWhy: 'The last changes are on their way to the disk',
    notSaved: 'Not saved',
  },
  /** By what keeps it from being saved. */
  failures: {
    full: {
      what: 'Not saved: the disk, or this browser’s share of it, is full.',
      help: 'Your work is still here as long as this tab is open. Delete a project or free some disk space and try again, or save a project file on another disk.',
    },
    taken: {
      what: 'Not saved: another tab took over this project.',
      help: 'What you changed here since is only in this tab. Save it as a project file before you close the tab.',
    },
    newer: {
      what: 'Not saved: a newer version of the app is open in another tab.',
      help: 'Save a project file if there is unsaved work, then reload this page.',
    },
    refused: {
      what: 'Not saved: the browser refuses to write.',
      help: 'Your work is still here as long as this tab is open. Try again, or save a project file.',
    },
  },
} as const;

export const filmstrip = {
  title: 'Photos',
  open: 'Open',
  folder: 'Folder',
  samples: 'Samples',
  counter: 'Photo {{number}} of {{of}}, filmstrip',
  progress: '{{done}} / {{of}} done',
  statistics: 'Statistics',
  done: 'done',
  accepted: 'accepted',
  rejected: 'rejected',
  broken: 'can’t be shown',
  nothing: 'No photo matches.',
  showAll: 'Show all',
  listing: {
    title: 'Photos shown',
    filter: 'Filter',
    filtered: 'Filtered',
    name: 'Name',
    nameHint: 'part of a name or folder',
    show: 'Show',
    all: 'All photos',
    order: 'Order',
    stages: {
      untouched: 'To do',
      'in-work': 'In work',
      rejected: 'Rejected',
      done: 'Done',
      accepted: 'Accepted',
    },
    orders: {
      added: 'As added',
      name: 'By name',
      objects: 'Most objects first',
      stage: 'To do first',
    },
  },
} as const;

/** By the id and the condition in public/samples/manifest.json. */
export const samples = {
  title: {
    coffee: 'Coffee',
    'night-kitchen': 'Night kitchen',
    'raccoon-rain': 'Raccoon in the rain',
    'launch-pad-fog': 'Launch pad in fog',
    'restless-cat': 'Restless cat',
    raccoon: 'Raccoon',
    'high-iso': 'High ISO portrait',
    snowfall: 'Snowfall',
    'shared-often': 'Shared too often',
    'webcam-cat': 'Webcam cat',
    'night-raccoon': 'Raccoon at night',
    astronaut: 'Astronaut',
  },
  condition: {
    clear: 'clear',
    dark: 'dark',
    rainy: 'rainy',
    foggy: 'foggy',
    'motion-blurred': 'motion-blurred',
    noisy: 'noisy',
    snowy: 'snowy',
    'over-compressed': 'over-compressed',
    'low-resolution': 'low-resolution',
  },
} as const;

/** Names of keys as they are said, and the sheet in which they are changed. */
export const keys = {
  name: {
    alt: 'Alt',
    escape: 'Esc',
    menu: 'Menu',
    pageUp: 'Page up',
    pageDown: 'Page down',
    space: 'Space',
  },
  sheet: {
    title: 'Keys and gestures',
    search: 'Search actions and keys',
    tour: 'Show the tour',
    resetAll: 'Reset all keys',
    hint: 'Click an action’s keys to change them, then press the new ones. They are saved in this browser.',
    nothing: 'No action matches.',
    action: 'Action',
    mouse: 'Mouse',
    touch: 'Touch',
    keys: 'Keys',
  },
  change: {
    none: 'none',
    press: 'Press keys…',
    take: 'Reassign',
    leave: 'Keep as it is',
    of: 'Keys of {{title}}: {{keys}}. Change',
    pressFor: 'Press the keys for {{title}}; Esc leaves them as they are',
    remove: 'No keys for {{title}}',
    reset: 'Reset the keys of {{title}}',
    ofBrowser: 'The browser keeps {{keys}} for itself.',
    fixed: '{{keys}} can’t be given to another action.',
    taken: '{{keys}} belongs to “{{title}}”.',
  },
} as const;
