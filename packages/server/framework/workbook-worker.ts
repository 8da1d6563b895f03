import { mostUnpackedBytes } from './workbook.ts';
import { sheetsIn } from './workbook-cells.ts';
import { checkedZip } from './zip.ts';

// Reads one workbook and ends. A crafted file can keep a reader busy for hours, or fill its memory until the process is
// aborted; here it keeps, and takes along, only this one.

process.once('message', (bytes: Uint8Array) => {
  void answer(bytes);
});

async function answer(bytes: Uint8Array): Promise<void> {
  const zip = await checkedZip(bytes, mostUnpackedBytes);
  process.send?.(zip.ok ? await sheetsIn(bytes) : zip, () => process.disconnect());
}
