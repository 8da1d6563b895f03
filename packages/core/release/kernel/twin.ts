import type { Kernel, KernelMemory } from './kernel.ts';

const page = 65_536;

/** The kernel in TypeScript: what the compiled one is held to, and what runs where it cannot. */
export function twinKernel(): Kernel {
  const memory = new TwinMemory();
  const u32 = () => memory.words;
  const codes = (bytes: number) => memory.codes(bytes);

  return {
    memory,

    histogram(rows, groups, length, column, bytes, width, cells) {
      const [words, code] = [u32(), codes(bytes)];
      const first = column / bytes;
      for (let at = 0; at < length; at += 1) {
        const value = code[first + (words[(rows >>> 2) + at] ?? 0)] ?? 0;
        const cell = (cells >>> 2) + (words[(groups >>> 2) + at] ?? 0) * width + value;
        words[cell] = (words[cell] ?? 0) + 1;
      }
    },

    gather(cells, groups, width, least, starts, values, counts) {
      const words = u32();
      let found = 0;
      for (let group = 0; group < groups; group += 1) {
        words[(starts >>> 2) + group] = found;
        for (let value = 0; value < width; value += 1) {
          const cell = (cells >>> 2) + group * width + value;
          const count = words[cell] ?? 0;
          words[cell] = 0;
          if (value === 0 || count === 0 || count < least) continue;
          words[(values >>> 2) + found] = value;
          words[(counts >>> 2) + found] = count;
          found += 1;
        }
      }
      words[(starts >>> 2) + groups] = found;
      return found;
    },

    spread(starts, values, groups, width, cells, clear) {
      const words = u32();
      for (let group = 0; group < groups; group += 1) {
        const end = words[(starts >>> 2) + group + 1] ?? 0;
        for (let entry = words[(starts >>> 2) + group] ?? 0; entry < end; entry += 1) {
          const value = words[(values >>> 2) + entry] ?? 0;
          words[(cells >>> 2) + group * width + value] = clear ? 0 : entry + 1;
        }
      }
    },

    narrow(rows, groups, length, column, bytes, width, cells, outRows, outGroups) {
      const [words, code] = [u32(), codes(bytes)];
      let kept = 0;
      for (let at = 0; at < length; at += 1) {
        const row = words[(rows >>> 2) + at] ?? 0;
        const value = code[column / bytes + row] ?? 0;
        const group = words[(groups >>> 2) + at] ?? 0;
        const entry = words[(cells >>> 2) + group * width + value] ?? 0;
        if (entry === 0) continue;
        words[(outRows >>> 2) + kept] = row;
        words[(outGroups >>> 2) + kept] = entry - 1;
        kept += 1;
      }
      return kept;
    },

    sorted(
      rows,
      groups,
      length,
      column,
      bytes,
      groupCount,
      least,
      scratch,
      starts,
      values,
      counts,
    ) {
      const [words, code] = [u32(), codes(bytes)];
      const byGroup = Array.from({ length: groupCount }, (): number[] => []);
      for (let at = 0; at < length; at += 1) {
        const value = code[column / bytes + (words[(rows >>> 2) + at] ?? 0)] ?? 0;
        if (value > 0) byGroup[words[(groups >>> 2) + at] ?? 0]?.push(value);
      }
      let found = 0;
      for (const [group, held] of byGroup.entries()) {
        words[(starts >>> 2) + group] = found;
        words.set(
          held.toSorted((a, b) => a - b),
          scratch >>> 2,
        );
        for (let at = 0; at < held.length;) {
          const value = words[(scratch >>> 2) + at] ?? 0;
          const first = at;
          while (at < held.length && words[(scratch >>> 2) + at] === value) at += 1;
          if (at - first < least) continue;
          words[(values >>> 2) + found] = value;
          words[(counts >>> 2) + found] = at - first;
          found += 1;
        }
      }
      words[(starts >>> 2) + groupCount] = found;
      return found;
    },

    narrowSorted(rows, groups, length, column, bytes, starts, values, outRows, outGroups) {
      const [words, code] = [u32(), codes(bytes)];
      let kept = 0;
      for (let at = 0; at < length; at += 1) {
        const row = words[(rows >>> 2) + at] ?? 0;
        const value = code[column / bytes + row] ?? 0;
        const group = words[(groups >>> 2) + at] ?? 0;
        const begin = (values >>> 2) + (words[(starts >>> 2) + group] ?? 0);
        const end = (values >>> 2) + (words[(starts >>> 2) + group + 1] ?? 0);
        const entry = words.subarray(begin, end).indexOf(value);
        if (value === 0 || entry < 0) continue;
        words[(outRows >>> 2) + kept] = row;
        words[(outGroups >>> 2) + kept] = begin - (values >>> 2) + entry;
        kept += 1;
      }
      return kept;
    },

    mark(rows, entries, length, counts, least, wordsOfRow, mask, marks) {
      const words = u32();
      for (let at = 0; at < length; at += 1) {
        const entry = words[(entries >>> 2) + at] ?? 0;
        if ((words[(counts >>> 2) + entry] ?? 0) >= least) continue;
        const place = (marks >>> 2) + (words[(rows >>> 2) + at] ?? 0) * wordsOfRow;
        for (let word = 0; word < wordsOfRow; word += 1)
          words[place + word] = (words[place + word] ?? 0) | (words[(mask >>> 2) + word] ?? 0);
      }
    },

    bitsets(column, bytes, rows, out, stride, values) {
      const [code, octets] = [codes(bytes), memory.octets];
      octets.fill(0, out, out + stride * values);
      for (let row = 0; row < rows; row += 1) {
        const value = code[column / bytes + row] ?? 0;
        const place = out + (value - 1) * stride + (row >> 3);
        if (value > 0) octets[place] = (octets[place] ?? 0) | (1 << (row & 7));
      }
    },

    both(a, b, out, length) {
      const words = u32();
      for (let at = 0; at < length >>> 2; at += 1)
        words[(out >>> 2) + at] = (words[(a >>> 2) + at] ?? 0) & (words[(b >>> 2) + at] ?? 0);
    },

    shared(a, b, length) {
      const words = u32();
      let total = 0;
      for (let at = 0; at < length >>> 2; at += 1)
        total += bitsIn((words[(a >>> 2) + at] ?? 0) & (words[(b >>> 2) + at] ?? 0));
      return total;
    },
  };
}

/** How many bits of a 32-bit number are set (Warren, Hacker's Delight, 5–1). */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

class TwinMemory implements KernelMemory {
  buffer = new ArrayBuffer(page);
  words = new Uint32Array(this.buffer);
  octets = new Uint8Array(this.buffer);

  codes(bytes: number): Uint8Array | Uint16Array | Uint32Array {
    if (bytes === 1) return this.octets;
    return bytes === 2 ? new Uint16Array(this.buffer) : this.words;
  }

  grow(pages: number): number {
    const before = this.buffer.byteLength / page;
    const next = new ArrayBuffer((before + pages) * page);
    new Uint8Array(next).set(this.octets);
    this.buffer = next;
    this.words = new Uint32Array(next);
    this.octets = new Uint8Array(next);
    return before;
  }
}
