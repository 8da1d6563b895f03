import { metrics } from '@freehold/core/graph';
import { layout } from './layout.ts';
import type { Asked, Said } from './work.ts';

// What takes long is done here, apart from the page. Stopping it means ending this worker.

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  const say = (said: Said) => self.postMessage(said);
  const seen = (share: number) => say({ kind: 'share', share });
  if (data.kind === 'layout') say({ kind: 'layout', spots: layout(data.network, data.seed, seen) });
  else {
    const { groupBy } = data;
    const found = metrics(data.network, { groupBy, seen: (done, total) => seen(done / total) });
    say({ kind: 'metrics', metrics: found });
  }
};
