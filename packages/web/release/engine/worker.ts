import { assess } from './assess.ts';
import { attack } from './attack.ts';
import { Bench } from './bench.ts';
import { bundle } from './bundle.ts';
import { code } from './code.ts';
import { compare } from './compare.ts';
import { open } from './open.ts';
import { places } from './places.ts';
import { release } from './release.ts';
import { trial } from './trial.ts';
import type { Asked, Said, Watch } from './work.ts';

// The studio's records and everything that looks at them are here, apart from the page.

const bench = new Bench();
const say = (said: Said) => self.postMessage(said);
const msBetweenShares = 100;

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  if (data.kind === 'begin') bench.stop = data.stop;
  else
    void done(data).catch((error: unknown) =>
      say({ kind: 'broke', id: data.id, because: String(error) }),
    );
};

async function done(data: Exclude<Asked, { kind: 'begin' }>): Promise<void> {
  const { id } = data;
  const watch = watchOf(id);
  switch (data.kind) {
    case 'open':
      return say({ id, kind: 'open', found: await open(bench, data.asked, watch) });
    case 'code':
      return say({ id, kind: 'code', found: await code(bench, data.asked, watch) });
    case 'assess':
      return say({ id, kind: 'assess', found: assess(bench, data.asked, watch) });
    case 'release':
      return say({ id, kind: 'release', found: await release(bench, data.asked, watch) });
    case 'trial':
      return say({ id, kind: 'trial', found: await trial(bench, data.asked, watch) });
    case 'compare':
      return say({ id, kind: 'compare', found: await compare(bench, data.asked, watch) });
    case 'attack':
      return say({ id, kind: 'attack', found: await attack(bench, data.asked, watch) });
    case 'places':
      return say({ id, kind: 'places', found: await places(data.asked) });
    case 'bundle':
      return say({ id, kind: 'bundle', found: await bundle(data.asked) });
  }
}

function watchOf(id: number): Watch {
  let last = performance.now();
  return {
    seen: (share) => {
      if (performance.now() - last < msBetweenShares) return;
      last = performance.now();
      say({ kind: 'share', id, share });
    },
    stop: () => Atomics.load(bench.stop, 0) >= id,
  };
}
