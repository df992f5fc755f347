export const inspector = {
  title: 'Inspector',
  taller: 'Make the panel taller',
  close: 'Close the panel',
  copyReport: 'Copy a report',
  reportCopied: 'Report copied.',
  reportRefused: 'Copying the report was refused.',
} as const;
