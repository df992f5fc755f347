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
