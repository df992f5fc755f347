export const page = {
  insecure:
    'This is a plain http address, where browsers switch off what the annotator needs (WebGPU, threads, checksums). Open it over https or on localhost.',
  busyElsewhere:
    'Another tab of the app has work in it that is not saved and that a new version would lose. Finish there first.',
} as const;
