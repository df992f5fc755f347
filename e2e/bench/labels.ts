import { importFiles } from '../../src/formats/worker/import.ts';
import { measureLabelPauses } from './label-pauses.ts';
import { cocoText, OBJECTS, photoNames, SIZE } from './large-coco.ts';
import { summarise } from './statistics.ts';

const ROUNDS = 3;

/**
 * Processor time that reading a large COCO file takes, beside that of parsing its JSON alone, and how long it keeps
 * the page from answering.
 */
async function measureLabels(): Promise<void> {
  const text = cocoText();
  const file = new Blob([text]);
  const open = photoNames.map((name) => ({ name, size: SIZE }));
  const [parse, read]: [number[], number[]] = [[], []];
  for (let i = 0; i < ROUNDS; i++) {
    parse.push(await processorTime(() => JSON.parse(text)));
    read.push(await processorTime(() => importFiles([{ path: 'c.json', file }], open, () => {})));
  }
  const [parsing, reading] = [parse, read].map((times) => summarise(times).median) as [
    number,
    number,
  ];
  const megabytes = (text.length / 1e6).toFixed(0);
  console.log(
    `COCO, ${megabytes} MB, ${OBJECTS} polygons: ${reading.toFixed(0)} ms of the processor, ${(reading / parsing).toFixed(1)} times what its JSON takes to parse`,
  );
  const pauses = await measureLabelPauses(text);
  for (const [what, { task, clock, still }] of Object.entries(pauses)) {
    console.log(
      `${what} it: ${(clock / 1000).toFixed(1)} s, of which nothing on the page changes for ${still.toFixed(0)} ms at most; its longest task takes ${task.processor.toFixed(0)} ms of the processor, ${task.clock.toFixed(0)} ms by the clock`,
    );
  }
}

/** Milliseconds, on all threads. */
async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

await measureLabels();
