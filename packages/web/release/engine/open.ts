import { problem, refused, type Outcome } from '@freehold/core/problem';
import { Proposer, repeated } from '@freehold/core/table';
import type { Bench } from './bench.ts';
import { encodingOf } from '../../parts/file-text.ts';
import { walked } from './reading.ts';
import type { Opened, Watch } from './work.ts';

const rowsShown = 5;

/** Reads a file once and proposes what its columns hold. Problems: those of reading, `no-records`. */
export async function open(
  bench: Bench,
  { file }: { readonly file: File },
  watch: Watch,
): Promise<Outcome<Opened>> {
  const encoding = await encodingOf(file);
  const digest = await digestOf(file);
  let proposer = new Proposer([]);
  let rows = 0;
  const sample: (readonly string[])[] = [];
  const delimiter = await walked(
    file,
    encoding,
    (header) => {
      const names = header.map((name) => name.trim());
      const twice = repeated(names);
      if (twice.length > 0) return refused(...twice);
      proposer = new Proposer(header);
      return {
        ok: true,
        value: (row) => {
          proposer.add(row);
          rows += 1;
          if (sample.length < rowsShown) sample.push(row.cells);
        },
      };
    },
    watch,
  );
  if (!delimiter.ok) return delimiter;
  if (rows === 0) return refused(problem('no-records'));
  bench.file = { file, encoding };
  return {
    ok: true,
    value: {
      ...{ name: file.name, bytes: file.size, encoding, delimiter: delimiter.value },
      ...{ rows, columns: proposer.seen(), proposed: proposer.proposed(), sample, digest },
    },
  };
}

async function digestOf(file: File): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
