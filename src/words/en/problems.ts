/** Why something does not work, and what to do about it. */
export const problems = {
  cancelled: 'Cancelled.',
  photoUnread: 'The photo’s file could not be read again.',
  worker: {
    noAnswer: 'no answer',
    answerLost: 'the answer was lost',
  },
  engine: {
    noWebgpu: 'This browser has no WebGPU. A current Chrome, Edge, Safari or Firefox may have it.',
    noAdapter:
      'WebGPU found no graphics card it may use. Check that hardware acceleration is on in the browser’s settings.',
    softwareAdapter:
      'WebGPU would run in software here, which is slower than the CPU. Choose it by name to use it anyway.',
    noShaderF16: 'The graphics card has no 16-bit arithmetic in WebGPU.',
    noThreads:
      'Threads are off: the page is not isolated, or there is only one processor core. Reloading may isolate it; else the server has to send the headers COOP and COEP.',
    limit:
      'The graphics card is too small for the model: {{name}} is {{got}}, needed is {{needed}}.',
    parity:
      'Its self-test gave wrong results ({{case}}, error {{error}}), so its masks could not be trusted. A newer browser or graphics driver may help.',
    fileUnreachable:
      'The file {{file}} could not be fetched. Check the connection and reload the page.',
    fileMissing:
      'The file {{file}} is missing on the server (it answered {{status}}). Copy the model files there and reload the page.',
    fileCorrupt:
      'The file {{file}} is damaged or of another version. Reload the page without the cache; if that does not help, copy the model files to the server again.',
    contract:
      'The model file {{file}} does not fit this version of the app: {{tensor}} should be {{expected}} and is {{got}}. Copy the model files that came with the app to the server again.',
    noSuchInput: 'no such input',
    noSuchTensor: 'no such tensor',
    notATensor: 'not a tensor',
    outOfMemory: 'Memory ran out. Close other tabs or programs and try again.',
    setTooLarge:
      'The model set is too large to run here: it needs about {{needed}}, and a browser gives it {{got}}. A graphics card with 16-bit arithmetic needs half.',
    deviceLost:
      'The browser lost the graphics card, for instance because its driver was restarted.',
    workerDied:
      'The part of the app that runs the model stopped. If it happens again, reload the page.',
    runtime: 'The model could not be run: {{detail}}. Reload the page, or choose another backend.',
    notEncoded: 'the photo is not encoded',
    encodingDropped:
      'The photo’s encoding was dropped to free memory. Show the photo and start again.',
  },
} as const;
