import { systemWords } from '@freehold/cli/release-chance.ts';
import { audited, auditPairs, histogram, privateRelease } from '@freehold/core/release/audit';
import { peer } from './audit-peer.ts';

// The pair on which the peer's choice of a bound fails: one value each, and one subject with twenty. Counts of single values
// at ε 1: ours, a histogram that takes its bound from the data, and, where SDS_GIT or SDS_WASM says where its module is,
// Microsoft's Synthetic Data Showcase itself (a second and a half a run on 12,000 subjects). The same distinguisher for all.
//
//   node bench/audit.bench.ts [--subjects 12000] [--runs 1000] [--peer 200]

const asked = (name: string, usual: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const subjects = asked('subjects', 12_000);
const pairs = auditPairs(subjects).filter(({ name }) => name === 'tie-at-the-percentile');
const claim = { epsilon: 1, delta: 1 / (subjects * Math.log(subjects)) };

const ours = [privateRelease({ ...claim, length: 1 }), histogram(claim, 'bound-from-data')];
const other = await peer(claim.epsilon, subjects);
for (const mechanism of [...ours, ...(other === null ? [] : [other])]) {
  const runs = asked(mechanism === other ? 'peer' : 'runs', mechanism === other ? 200 : 1000);
  const now = () => performance.now();
  const report = audited(mechanism, pairs, systemWords(), { runs, falseAlarm: 0.05, now });
  const [found] = report?.findings ?? [];
  console.log(
    JSON.stringify({
      ...{ bench: 'audit', mechanism: mechanism.name, claim, subjects, runs },
      ...{ epsilon: found?.epsilon, rho: found?.rho, reach: report?.reach },
      ...{ refuted: report?.refuted, milliseconds: found?.milliseconds },
    }),
  );
}
