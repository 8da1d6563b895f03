import { useState } from 'react';
import { save } from '../figure/picture.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Table } from '../parts/table.tsx';
import type { Bundled } from './engine/work.ts';
import { fileSize } from '../data/words.ts';
import { MapPlaces } from './map-places.tsx';
import { Push } from './push.tsx';
import type { Studio } from './use-desk.ts';
import { fileWords } from './words.ts';
import { WorkBar } from './work-bar.tsx';
import { Wrong } from './wrong.tsx';

/** The files that may leave, to take away one by one or as one. */
export function Publish({ studio }: { studio: Studio }) {
  const { desk, bundle, work, runs, chosen, signed, places } = studio;
  const run = runs.find(({ number }) => number === chosen);
  const [title, setTitle] = useState(bundle?.title ?? '');
  return (
    <div className="stack-wide">
      <section className="stack">
        <p className="soft">
          Release {chosen}, signed by {signed?.name}. Only what was protected is in these files;
          nothing of the records, and none of the figures that are not for publication.
        </p>
        <TextField
          label="Title of the release"
          hint="It stands over the page to look into it: what, where and when, such as “Referrals in Harbourside, 2022 to 2025”."
          value={title}
          maxLength={200}
          onChange={setTitle}
        />
        <MapPlaces studio={studio} />
        <Wrong studio={studio} kinds={['bundle']} />
        <WorkBar studio={studio} />
        <div>
          <Button
            tone={bundle === null ? 'primary' : 'plain'}
            disabled={title.trim() === '' || work !== null || places?.source.trim() === ''}
            onClick={() => void desk.bundle(title.trim())}
          >
            Put the files together
          </Button>
        </div>
      </section>
      {bundle !== null && run !== undefined && (
        <>
          <Files made={bundle.made} onSaved={() => desk.saved()} />
          <Push {...{ studio, run }} title={bundle.title} />
        </>
      )}
    </div>
  );
}

type File = Bundled['files'][number];

function Files({ made: { files, zip }, onSaved }: { made: Bundled; onSaved: () => void }) {
  const take = (content: Blob, name: string) => {
    save(content, name);
    onSaved();
  };
  return (
    <section className="stack">
      <h2>The files</h2>
      <Table<File>
        stacks
        caption="Everything that leaves, and nothing else"
        rows={files}
        rowKey={({ name }) => name}
        columns={[
          { title: 'File', heads: true, cell: ({ name }) => name },
          { title: 'What it is', cell: ({ name }) => fileWords[name] ?? '' },
          { title: 'Size', figure: true, cell: ({ content }) => fileSize(content.size) },
          {
            title: 'Take it',
            cell: ({ name, content }) => (
              <span className="studio-inline">
                <Button tone="quiet" onClick={() => take(content, name)}>
                  Save {name}
                </Button>
              </span>
            ),
          },
        ]}
      />
      <div>
        <Button tone="primary" onClick={() => take(zip, 'release.zip')}>
          Save all as one ZIP ({fileSize(zip.size)})
        </Button>
      </div>
      <Notice title="What to do with them">
        <p>
          Publish all of them together. explorer.html opens in any browser, from a disk too, and
          needs no network.
        </p>
      </Notice>
    </section>
  );
}
