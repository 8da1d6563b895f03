import { useId, useState, type DragEvent } from 'react';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { sampleFile } from './sample.ts';
import type { Studio } from './use-desk.ts';

/** Where a file of records is chosen or dropped; it is read here and sent nowhere. */
export function ChooseRecords({ studio: { desk, work } }: { studio: Studio }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file !== undefined) void desk.open(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <Empty title="Begin with the records">
      <p>
        One row a record, as CSV or TSV, up to some hundred thousand rows. You get made-up records
        that keep the patterns, and counts that no small group can be found in.
      </p>
      <div
        className="studio-drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <div className="field">
          <label htmlFor={id}>File of records</label>
          <div className="hint" id={`${id}-hint`}>
            Choose it, or drop it here. It is read in this browser and goes nowhere.
          </div>
          <input
            id={id}
            type="file"
            className="input"
            accept=".csv,.tsv,.txt"
            aria-describedby={`${id}-hint`}
            disabled={work !== null}
            onChange={(event) => take(event.target.files?.[0])}
          />
        </div>
      </div>
      <div className="row">
        <Button disabled={work !== null} onClick={() => take(sampleFile())}>
          Try it with made-up records
        </Button>
        <span className="small soft">2,600 people that nobody is.</span>
      </div>
    </Empty>
  );
}
