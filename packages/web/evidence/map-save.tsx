import { useMutation } from '@tanstack/react-query';
import type { MapPage } from '@freehold/core/evidence';
import { isMadeUp } from '../figure/made-up.ts';
import { save } from '../figure/picture.ts';
import { figureWords } from '../figure/words.ts';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { day } from '../words.ts';

/** Saves the whole map as one file that works without network, filters included. */
export function SaveMapPage({ name, ...page }: MapPage & { name: string }) {
  const keep = useMutation({ mutationFn: () => saved(page, name) });
  return (
    <div className="stack-tight">
      <Button disabled={keep.isPending} onClick={() => keep.mutate()}>
        Save as a page (HTML)
      </Button>
      <span className="tiny soft">One file, with filters, that works without network</span>
      <Problems error={keep.error} />
    </div>
  );
}

async function saved(page: MapPage, name: string): Promise<void> {
  const { gapPage } = await import('@freehold/core/evidence/gap-page');
  const note = [
    `What is known and what is not, by the evidence register of ${name} on ${day(new Date().toISOString())}.`,
    ...(isMadeUp() ? [figureWords.madeUp] : []),
  ].join(' ');
  const text = gapPage(page, { title: `Evidence and gap map: ${name}`, note });
  const file = `${isMadeUp() ? 'made up - ' : ''}evidence and gap map.html`;
  save(new Blob([text], { type: 'text/html' }), file);
}
