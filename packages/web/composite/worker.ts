import { bundleOf, bundleText } from '@freehold/core/composite';
import { fine, type Outcome } from '@freehold/core/problem';
import type { Share } from '../parts/work.ts';
import { looked } from './looked.ts';
import { effected, methodsBeside } from './moved.ts';
import type { Asked, Found } from './work.ts';
import { drawn, effects, worked } from './worked.ts';

// Everything about an index is worked out here, apart from the page. Stopping it means ending this worker.

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  const between = (share: number) => {
    const said: Share = { kind: 'share', share };
    self.postMessage(said);
    return true;
  };
  self.postMessage(answer(data, between));
};

function answer(asked: Asked, between: (share: number) => boolean): Found {
  switch (asked.kind) {
    case 'worked':
      return { kind: 'worked', found: worked(asked.of) };
    case 'draws':
      return { kind: 'draws', found: drawn(asked.of, between) };
    case 'effects':
      return { kind: 'effects', found: effects(asked.of, between) };
    case 'looked':
      return { kind: 'looked', found: looked(asked.of) };
    case 'methods':
      return { kind: 'methods', found: methodsBeside(asked.of) };
    case 'effected':
      return { kind: 'effected', found: effected(asked.before, asked.of) };
    case 'bundle':
      return { kind: 'bundle', found: written(bundleOf(asked.of, between)) };
  }
}

function written(bundle: ReturnType<typeof bundleOf>): Outcome<string> {
  return bundle.ok ? fine(bundleText(bundle.value)) : bundle;
}
