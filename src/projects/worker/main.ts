import { expose } from 'comlink';
import type { ProjectFileWorker } from '../file/protocol.ts';
import { readProjectFile } from './read.ts';
import { writeProjectFile } from './write.ts';

const worker: ProjectFileWorker = { write: writeProjectFile, read: readProjectFile };

expose(worker);
