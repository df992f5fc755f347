import type { Backend, EngineProblem } from './protocol.ts';

/** "WebGPU fp16", "CPU, 4 threads": for the status line. */
export function backendLabel(backend: Backend, threads: number): string {
  switch (backend) {
    case 'webgpu-fp16':
      return 'WebGPU fp16';
    case 'webgpu-fp32':
      return 'WebGPU fp32';
    case 'wasm-threads':
      return `CPU, ${threads} threads`;
    case 'wasm-single':
      return 'CPU, 1 thread';
  }
}

/** What is wrong and what to do about it, in plain English. */
export function describeEngineProblem(problem: EngineProblem): string {
  switch (problem.kind) {
    case 'no-webgpu':
      return 'This browser has no WebGPU. A current Chrome, Edge, Safari or Firefox may have it.';
    case 'no-adapter':
      return 'WebGPU found no graphics card it may use. Check that hardware acceleration is on in the browser’s settings.';
    case 'software-adapter':
      return 'WebGPU would run in software here, which is slower than the CPU. Choose it by name to use it anyway.';
    case 'no-shader-f16':
      return 'The graphics card has no 16-bit arithmetic in WebGPU.';
    case 'no-threads':
      return 'Threads are off: the page is not isolated, or there is only one processor core. Reloading may isolate it; else the server has to send the headers COOP and COEP.';
    case 'limit':
      return `The graphics card is too small for the model: ${problem.name} is ${problem.got}, needed is ${problem.needed}.`;
    case 'parity':
      return `Its self-test gave wrong results (${problem.case}, error ${problem.error.toPrecision(2)}), so its masks could not be trusted. A newer browser or graphics driver may help.`;
    case 'missing-file':
      return describeMissing(problem.file, problem.status);
    case 'corrupt-file':
      return `The file ${problem.file} is damaged or of another version. Reload the page without the cache; if that does not help, copy the model files to the server again.`;
    case 'contract':
      return `The model file ${problem.file} does not fit this version of the app: ${problem.tensor} should be ${problem.expected} and is ${problem.got}. Copy the model files that came with the app to the server again.`;
    case 'out-of-memory':
      return 'Memory ran out. Close other tabs or programs and try again.';
    case 'set-too-large':
      return `The model set is too large to run here: it needs about ${gigabytes(problem.needed)}, and a browser gives it ${gigabytes(problem.got)}. A graphics card with 16-bit arithmetic needs half.`;
    case 'device-lost':
      return 'The browser lost the graphics card, for instance because its driver was restarted.';
    case 'worker-died':
      return 'The part of the app that runs the model stopped. If it happens again, reload the page.';
    case 'cancelled':
      return 'Cancelled.';
    case 'runtime':
      return `The model could not be run: ${problem.detail}. Reload the page, or choose another backend.`;
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

function describeMissing(file: string, status: number): string {
  return status === 0
    ? `The file ${file} could not be fetched. Check the connection and reload the page.`
    : `The file ${file} is missing on the server (it answered ${status}). Copy the model files there and reload the page.`;
}
