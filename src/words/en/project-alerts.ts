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
  lockedHelp: 'to show {{photo}}: browsers ask anew after a restart.',
  allow: 'Allow',
  moved: 'The file of {{photo}} is not where it was.',
  movedHelp: 'Its labels are kept: open the file, or its folder, again from wherever it is now.',
  findFile: 'Find the file',
  findFolder: 'Find its folder',
  /** By what keeps it from being saved. */
  failures: {
    full: {
      what: 'Not saved: the disk, or this browser’s share of it, is full.',
      help: 'Your work is still here as long as this tab is open. Delete a project or make room on the disk and try again, or save a project file on another disk.',
    },
    taken: {
      what: 'Not saved: another tab has gone on with this project.',
      help: 'What this tab has since then is only here. Save it as a project file before you close the tab.',
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
