import { importFiles } from '../../src/formats/worker/import.ts';
import { summarise } from './statistics.ts';

const OBJECTS = 100_000;
const PHOTOS = 20;
const CORNERS = 22;
const ROUNDS = 3;
const SIZE = { width: 1920, height: 1080 };

/** Processor time that reading a large COCO file takes, beside that of parsing its JSON alone. */
async function measureLabels(): Promise<void> {
  const text = cocoText();
  const file = new Blob([text]);
  const open = Array.from({ length: PHOTOS }, (_, i) => ({ name: `${i}.jpg`, size: SIZE }));
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
}

/** Milliseconds, on all threads. */
async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function cocoText(): string {
  const images = Array.from({ length: PHOTOS }, (_, i) => ({
    ...{ id: i + 1, file_name: `${i}.jpg` },
    ...SIZE,
  }));
  const annotations = Array.from({ length: OBJECTS }, (_, i) => ({
    ...{ id: i + 1, image_id: 1 + (i % PHOTOS), category_id: 1, iscrowd: 0 },
    segmentation: [outline(i)],
  }));
  return JSON.stringify({ images, annotations, categories: [{ id: 1, name: 'thing' }] });
}

/** A jagged disc; each of another place and size. */
function outline(i: number): number[] {
  const radius = 10 + ((i * 37) % 240);
  const [x, y] = [radius + ((i * 7919) % 1400), radius + ((i * 104729) % 580)];
  return Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (corner / CORNERS) * 2 * Math.PI;
    const reach = radius * (0.7 + 0.3 * Math.abs(Math.sin(i + 3 * corner)));
    const at = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    return at.map((value) => Math.round(value * 100) / 100);
  }).flat();
}

await measureLabels();
