import { whenAsked } from '../job/apart.ts';
import { mostUnpackedBytes } from './workbook.ts';
import { sheetsIn } from './workbook-cells.ts';
import { checkedZip } from './zip.ts';

// Reads one workbook. A crafted file can keep a reader busy for hours, or fill its memory until the process is
// aborted; here it keeps, and takes along, only this one.

whenAsked(async (bytes: Uint8Array) => {
  const zip = await checkedZip(bytes, mostUnpackedBytes);
  return zip.ok ? sheetsIn(bytes) : zip;
});
