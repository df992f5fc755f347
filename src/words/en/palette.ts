export const palette = {
  title: 'Search actions',
  field: 'Search actions, photos and classes',
  list: 'Actions',
  recent: 'Recent',
  nothing: 'Nothing is called like that.',
  on: 'on',
} as const;
