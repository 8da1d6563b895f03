import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { Problems } from '../parts/problems.tsx';
import { sendFile, type SentFile } from './send-file.ts';

/** Takes a file from the device; it is sent at once, and nothing of it is kept as data yet. */
export function ChooseFile({
  partnership,
  places,
  onSent,
}: {
  partnership: string;
  places: boolean;
  onSent: (file: SentFile) => void;
}) {
  const id = useId();
  const send = useMutation({
    mutationFn: (file: File) => sendFile(partnership, file),
    onSuccess: onSent,
  });
  return (
    <div className="field">
      <Problems error={send.error} />
      <label htmlFor={id}>File</label>
      <div className="hint" id={`${id}-hint`}>
        {places
          ? 'A look-up as CSV, or boundaries as GeoJSON or TopoJSON in longitude and latitude. At most 64 MB.'
          : 'A CSV as the publisher gives it: comma, semicolon or tab, any usual encoding. At most 64 MB.'}
      </div>
      <input
        id={id}
        type="file"
        className="input"
        accept=".csv,.tsv,.txt,.geojson,.json"
        aria-describedby={`${id}-hint`}
        disabled={send.isPending}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) send.mutate(file);
        }}
      />
      <p role="status" className="small soft">
        {send.isPending && 'Sending …'}
      </p>
    </div>
  );
}
