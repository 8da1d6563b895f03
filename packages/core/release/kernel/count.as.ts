// AssemblyScript, not TypeScript: compiled to count.wasm.ts by `node scripts/kernel.ts`. Its twin, by which it is
// tested and which says what each function does, is twin.ts. All arguments that name a place are byte addresses in
// the imported memory; nothing here allocates.

export function histogram(
  rows: usize,
  groups: usize,
  length: u32,
  column: usize,
  bytes: u32,
  width: u32,
  cells: usize,
): void {
  if (bytes == 1) histogramOf<u8>(rows, groups, length, column, width, cells);
  else if (bytes == 2) histogramOf<u16>(rows, groups, length, column, width, cells);
  else histogramOf<u32>(rows, groups, length, column, width, cells);
}

function codeOf<T>(column: usize, row: u32): u32 {
  return <u32>load<T>(column + <usize>row * sizeof<T>());
}

function histogramOf<T>(
  rows: usize,
  groups: usize,
  length: u32,
  column: usize,
  width: u32,
  cells: usize,
): void {
  for (let at: u32 = 0; at < length; at++) {
    const code = codeOf<T>(column, load<u32>(rows + (at << 2)));
    const cell = cells + ((load<u32>(groups + (at << 2)) * width + code) << 2);
    store<u32>(cell, load<u32>(cell) + 1);
  }
}

export function gather(
  cells: usize,
  groups: u32,
  width: u32,
  least: u32,
  starts: usize,
  values: usize,
  counts: usize,
): u32 {
  let found: u32 = 0;
  for (let group: u32 = 0; group < groups; group++) {
    store<u32>(starts + (group << 2), found);
    const row = cells + ((group * width) << 2);
    store<u32>(row, 0);
    let value: u32 = 1;
    while (value < width) {
      // Four empty cells at a step.
      if (value + 4 <= width && !v128.any_true(v128.load(row + (value << 2)))) {
        value += 4;
        continue;
      }
      const count = load<u32>(row + (value << 2));
      if (count != 0) {
        store<u32>(row + (value << 2), 0);
        if (count >= least) {
          store<u32>(values + (found << 2), value);
          store<u32>(counts + (found << 2), count);
          found++;
        }
      }
      value++;
    }
  }
  store<u32>(starts + (groups << 2), found);
  return found;
}

export function spread(
  starts: usize,
  values: usize,
  groups: u32,
  width: u32,
  cells: usize,
  clear: u32,
): void {
  for (let group: u32 = 0; group < groups; group++) {
    const end = load<u32>(starts + ((group + 1) << 2));
    for (let entry = load<u32>(starts + (group << 2)); entry < end; entry++) {
      const cell = cells + ((group * width + load<u32>(values + (entry << 2))) << 2);
      store<u32>(cell, clear ? 0 : entry + 1);
    }
  }
}

export function narrow(
  rows: usize,
  groups: usize,
  length: u32,
  column: usize,
  bytes: u32,
  width: u32,
  cells: usize,
  outRows: usize,
  outGroups: usize,
): u32 {
  if (bytes == 1)
    return narrowOf<u8>(rows, groups, length, column, width, cells, outRows, outGroups);
  if (bytes == 2)
    return narrowOf<u16>(rows, groups, length, column, width, cells, outRows, outGroups);
  return narrowOf<u32>(rows, groups, length, column, width, cells, outRows, outGroups);
}

function narrowOf<T>(
  rows: usize,
  groups: usize,
  length: u32,
  column: usize,
  width: u32,
  cells: usize,
  outRows: usize,
  outGroups: usize,
): u32 {
  let kept: u32 = 0;
  for (let at: u32 = 0; at < length; at++) {
    const row = load<u32>(rows + (at << 2));
    const group = load<u32>(groups + (at << 2));
    const entry = load<u32>(cells + ((group * width + codeOf<T>(column, row)) << 2));
    // Written in any case, kept only if there: no branch to guess wrong.
    store<u32>(outRows + (kept << 2), row);
    store<u32>(outGroups + (kept << 2), entry - 1);
    kept += u32(entry != 0);
  }
  return kept;
}

export function sorted(
  rows: usize,
  groups: usize,
  length: u32,
  column: usize,
  bytes: u32,
  groupCount: u32,
  least: u32,
  scratch: usize,
  starts: usize,
  values: usize,
  counts: usize,
): u32 {
  memory.fill(starts, 0, (groupCount + 1) << 2);
  for (let at: u32 = 0; at < length; at++) {
    if (codeIn(column, bytes, load<u32>(rows + (at << 2))) == 0) continue;
    const place = starts + (load<u32>(groups + (at << 2)) << 2);
    store<u32>(place, load<u32>(place) + 1);
  }
  let sum: u32 = 0;
  for (let group: u32 = 0; group < groupCount; group++) {
    const size = load<u32>(starts + (group << 2));
    store<u32>(starts + (group << 2), sum);
    sum += size;
  }
  for (let at: u32 = 0; at < length; at++) {
    const code = codeIn(column, bytes, load<u32>(rows + (at << 2)));
    if (code == 0) continue;
    const place = starts + (load<u32>(groups + (at << 2)) << 2);
    const next = load<u32>(place);
    store<u32>(scratch + (next << 2), code);
    store<u32>(place, next + 1);
  }
  let begin: u32 = 0;
  let found: u32 = 0;
  for (let group: u32 = 0; group < groupCount; group++) {
    const end = load<u32>(starts + (group << 2));
    store<u32>(starts + (group << 2), found);
    order(scratch + (begin << 2), end - begin);
    while (begin < end) {
      const value = load<u32>(scratch + (begin << 2));
      const first = begin;
      while (begin < end && load<u32>(scratch + (begin << 2)) == value) begin++;
      if (begin - first < least) continue;
      store<u32>(values + (found << 2), value);
      store<u32>(counts + (found << 2), begin - first);
      found++;
    }
  }
  store<u32>(starts + (groupCount << 2), found);
  return found;
}

function codeIn(column: usize, bytes: u32, row: u32): u32 {
  if (bytes == 1) return codeOf<u8>(column, row);
  return bytes == 2 ? codeOf<u16>(column, row) : codeOf<u32>(column, row);
}

// Shellsort with gaps of Knuth: groups are short, and it needs no room.
function order(at: usize, length: u32): void {
  let gap: u32 = 1;
  while (gap < length / 3) gap = gap * 3 + 1;
  for (; gap > 0; gap /= 3) {
    for (let next = gap; next < length; next++) {
      const value = load<u32>(at + (next << 2));
      let place = next;
      while (place >= gap && load<u32>(at + ((place - gap) << 2)) > value) {
        store<u32>(at + (place << 2), load<u32>(at + ((place - gap) << 2)));
        place -= gap;
      }
      store<u32>(at + (place << 2), value);
    }
  }
}

export function narrowSorted(
  rows: usize,
  groups: usize,
  length: u32,
  column: usize,
  bytes: u32,
  starts: usize,
  values: usize,
  outRows: usize,
  outGroups: usize,
): u32 {
  let kept: u32 = 0;
  for (let at: u32 = 0; at < length; at++) {
    const row = load<u32>(rows + (at << 2));
    const code = codeIn(column, bytes, row);
    if (code == 0) continue;
    const place = starts + (load<u32>(groups + (at << 2)) << 2);
    let low = load<u32>(place);
    const end = load<u32>(place + 4);
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (load<u32>(values + (middle << 2)) < code) low = middle + 1;
      else high = middle;
    }
    if (low == end || load<u32>(values + (low << 2)) != code) continue;
    store<u32>(outRows + (kept << 2), row);
    store<u32>(outGroups + (kept << 2), low);
    kept++;
  }
  return kept;
}

export function mark(
  rows: usize,
  entries: usize,
  length: u32,
  counts: usize,
  least: u32,
  words: u32,
  mask: usize,
  marks: usize,
): void {
  for (let at: u32 = 0; at < length; at++) {
    if (load<u32>(counts + (load<u32>(entries + (at << 2)) << 2)) >= least) continue;
    const place = marks + ((load<u32>(rows + (at << 2)) * words) << 2);
    for (let word: u32 = 0; word < words; word++) {
      const old = load<u32>(place + (word << 2));
      store<u32>(place + (word << 2), old | load<u32>(mask + (word << 2)));
    }
  }
}

export function bitsets(
  column: usize,
  bytes: u32,
  rows: u32,
  out: usize,
  stride: u32,
  values: u32,
): void {
  memory.fill(out, 0, stride * values);
  for (let row: u32 = 0; row < rows; row++) {
    const code = codeIn(column, bytes, row);
    if (code == 0) continue;
    const place = out + (code - 1) * stride + (row >> 3);
    const bit: u32 = 1 << (row & 7);
    store<u8>(place, <u8>((<u32>load<u8>(place)) | bit));
  }
}

export function both(a: usize, b: usize, out: usize, length: u32): void {
  for (let at: usize = 0; at < length; at += 16)
    v128.store(out + at, v128.and(v128.load(a + at), v128.load(b + at)));
}

export function shared(a: usize, b: usize, length: u32): u32 {
  let total = i32x4.splat(0);
  for (let at: usize = 0; at < length; at += 16) {
    const bits = v128.and(v128.load(a + at), v128.load(b + at));
    const pairs = i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(bits));
    total = i32x4.add(total, i32x4.extadd_pairwise_i16x8_u(pairs));
  }
  return (
    i32x4.extract_lane(total, 0) +
    i32x4.extract_lane(total, 1) +
    i32x4.extract_lane(total, 2) +
    i32x4.extract_lane(total, 3)
  );
}
