/** Photos encoded ahead, and what is kept of that. */
export const encoding = {
  diskFull:
    'There is no room on the disk for more embeddings: they are kept in memory, as long as the page is open.',
  diskFailed:
    'The browser can’t keep embeddings on the disk: they are kept in memory, as long as the page is open.',
  allDone: 'All photos are encoded: {{done}}.',
  allDoneBut: 'All photos are encoded: {{done}}. {{failed}} can’t be read.',
} as const;
