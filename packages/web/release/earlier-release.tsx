import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { EarlierFound } from './earlier-found.tsx';
import { earlierFiles, type EarlierFiles } from './earlier-files.ts';
import { FileField } from './file-field.tsx';
import { PublishedEarlier } from './published-earlier.tsx';
import type { Studio } from './use-desk.ts';
import { WorkBar } from './work-bar.tsx';
import { Wrong } from './wrong.tsx';

/** Sets a release by k-anonymity, or one that would be made, beside one that is out already. */
export function EarlierRelease({
  studio,
  run,
  settings: { k, length },
}: {
  studio: Studio;
  /** Null: none is made yet. */
  run: number | null;
  settings: { readonly k: number; readonly length: number };
}) {
  const { desk, coded, compared, work } = studio;
  const [chosen, choose] = useState<EarlierFiles | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const take = async (files: readonly File[]) => {
    const found = await earlierFiles(files);
    choose(found);
    setWrong(
      found === null && files.length > 0
        ? 'Choose two files together: counts.csv and manifest.json of one release.'
        : null,
    );
  };
  if (coded === null)
    return <p className="soft">Open the records again to compare with an earlier release.</p>;
  return (
    <div className="stack">
      <p>
        Whoever has two releases of nearly the same records can take the one from the other. Choose
        what is out already, to see what both tell together. Nothing is sent.
      </p>
      <FileField
        label="Its counts.csv and manifest.json"
        hint="Choose both files at once, from the folder or the ZIP that was published."
        accept=".csv,.json"
        multiple
        disabled={work !== null}
        onFiles={(files) => void take(files)}
      />
      {wrong !== null && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <PublishedEarlier onChosen={choose} />
      <Wrong studio={studio} kinds={['compare']} />
      {work?.kind === 'compare' && <WorkBar studio={studio} />}
      <div className="row">
        <Button
          disabled={chosen === null || work !== null}
          onClick={() => {
            if (chosen !== null) void desk.compare(run, { k, length, ...chosen.files });
          }}
        >
          Compare with it
        </Button>
        {chosen !== null && <span className="small soft">{chosen.title}</span>}
      </div>
      {compared !== null && compared.run === run && <EarlierFound compared={compared} />}
    </div>
  );
}
