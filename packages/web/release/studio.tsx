import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Assess } from './assess.tsx';
import { Check } from './check.tsx';
import { ReleaseFrame } from './frame.tsx';
import { MakeRelease } from './make-release.tsx';
import { Prepare } from './prepare.tsx';
import { Publish } from './publish.tsx';
import { reached, StepBar } from './step-bar.tsx';
import { studioTitle } from './title.ts';
import { useDesk } from './use-desk.ts';
import type { Step } from './search.ts';

/** From a file of records to a release, all of it in this browser. */
export function Studio() {
  const { partnership } = useParams({ from: '/p/$partnership/release' });
  const { step: asked = 'prepare' } = useSearch({ from: '/p/$partnership/release' });
  const studio = useDesk();
  const step = reached(studio, asked) ? asked : 'prepare';
  const At = pages[step];
  // Whoever works with the network off wants the ledger too.
  useEffect(() => void import('./ledger.tsx'), []);
  return (
    <ReleaseFrame
      {...{ partnership }}
      here="Studio"
      title={studioTitle(studio, step)}
      lede="The records stay in this browser. Nothing is sent until you publish, and then only what was protected."
    >
      <StepBar {...{ partnership, studio, step }} />
      <At studio={studio} />
    </ReleaseFrame>
  );
}

const pages = {
  prepare: Prepare,
  assess: Assess,
  release: MakeRelease,
  check: Check,
  publish: Publish,
} as const satisfies Record<Step, unknown>;
