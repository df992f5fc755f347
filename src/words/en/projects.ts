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
