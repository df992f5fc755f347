export const PALETTE = {
  title: 'Search actions',
  field: 'Search actions, photos and classes',
  list: 'Actions',
  nothing: 'Nothing is called like that.',
  on: 'on',
} as const;
