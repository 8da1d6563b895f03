import { parentPort, workerData } from 'node:worker_threads';
import { mostUnpackedBytes } from './workbook.ts';
import { sheetsIn } from './workbook-cells.ts';
import { checkedZip } from './zip.ts';

// Reads one workbook and ends. A crafted file can keep a reader busy for hours; here it keeps only this thread.

const { bytes } = workerData as { readonly bytes: Uint8Array };
const zip = await checkedZip(bytes, mostUnpackedBytes);
parentPort?.postMessage(zip.ok ? await sheetsIn(bytes) : zip);
