import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { chainStart, chainText, followed, type AuditEntry, type ChainedEntry } from './chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const start = { seq: 0, hash: chainStart };

const entry = fc.record({
  at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  partnership: fc.option(fc.uuid()),
  person: fc.option(fc.uuid()),
  rater: fc.option(fc.uuid()),
  action: fc.string(),
  record: fc.string(),
  outcome: fc.string(),
});

function chained(entries: readonly Omit<AuditEntry, 'seq'>[]): ChainedEntry[] {
  let before = chainStart;
  return entries.map((each, index) => {
    const whole = { ...each, seq: index + 1 };
    before = sha256(chainText(before, whole));
    return { ...whole, hash: before };
  });
}

const chain = fc.array(entry, { minLength: 2, maxLength: 12 }).map(chained);

test('[AU-3] an untouched chain has no problem, wherever it is cut into pages', () => {
  fc.assert(
    fc.property(chain, fc.nat(12), (entries, cut) => {
      const first = followed(start, entries.slice(0, cut), sha256);
      const second = followed(first.state, entries.slice(cut), sha256);
      expect([...first.problems, ...second.problems]).toEqual([]);
    }),
  );
});

test('[AU-4] a changed field is found in its own row and nowhere else', () => {
  fc.assert(
    fc.property(chain, fc.nat(), (entries, pick) => {
      const at = pick % entries.length;
      const changed = entries.map((each, index) =>
        index === at ? { ...each, action: `${each.action}!` } : each,
      );
      expect(followed(start, changed, sha256).problems).toEqual([
        { code: 'audit-row-changed', details: { seq: at + 1, at: entries[at]?.at } },
      ]);
    }),
  );
});

test('[AU-5] a row taken out is found, but for the last one', () => {
  fc.assert(
    fc.property(chain, fc.nat(), (entries, pick) => {
      const at = pick % (entries.length - 1);
      const { problems } = followed(start, entries.toSpliced(at, 1), sha256);
      expect(problems).toEqual([
        { code: 'audit-row-missing', details: { after: at, found: at + 2 } },
      ]);
    }),
  );
});

test('[AU-5] two rows that changed places are found', () => {
  fc.assert(
    fc.property(chain, fc.nat(), (entries, pick) => {
      const at = pick % (entries.length - 1);
      const [one, two] = [entries[at], entries[at + 1]];
      if (one === undefined || two === undefined) return;
      const moved = entries.with(at, two).with(at + 1, one);
      expect(followed(start, moved, sha256).problems.length).toBeGreaterThan(0);
    }),
  );
});

test('[AU-5] a row put in with a number of its own making is found', () => {
  const entries = chained([
    {
      at: '2026-01-01T00:00:00.000Z',
      partnership: null,
      person: null,
      rater: null,
      action: 'a',
      record: '',
      outcome: '200',
    },
    {
      at: '2026-01-02T00:00:00.000Z',
      partnership: null,
      person: null,
      rater: null,
      action: 'b',
      record: '',
      outcome: '200',
    },
  ]);
  const [first, second] = entries;
  if (first === undefined || second === undefined) throw new TypeError('two entries');
  const forged = { ...first, seq: 2, hash: sha256('anything') };
  expect(
    followed(start, [first, forged, { ...second, seq: 3 }], sha256).problems.map(
      (each) => each.code,
    ),
  ).toEqual(['audit-row-changed', 'audit-row-changed']);
});
