export const photoPanel = {
  title: 'Photo',
  name: 'Name',
  folder: 'Folder',
  size: 'Size',
  file: 'File',
  done: 'Done',
  doneKeys: '{{keys}}, and on to the next',
  remove: 'Remove from the project',
  tags: {
    label: 'Add a tag to the photo',
    placeholder: 'Add a tag',
    remove: 'Remove tag {{tag}}',
  },
} as const;
