export const room = {
  memory: 'Memory: {{used}} of {{budget}}',
  parts:
    'Photo {{photo}}, masks and history {{masks}}, embeddings {{embeddings}}, thumbnails {{thumbnails}}; the model comes on top.',
} as const;
