import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import type { SentFile } from '../data/send-file.ts';
import { FileField } from '../directory/file-field.tsx';
import { PartnersFrame } from '../directory/frame.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { count, list, number, problemSentence } from '../words.ts';
import { keepNetwork, previewNetwork } from './calls.ts';
import './words.ts';

type Preview = Awaited<ReturnType<typeof previewNetwork>>;

/** From a file to a network on the map, seen before anything is kept. */
export function NetworkImport() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/network-import' });
  const mine = usePartnership(partnership);
  const [file, setFile] = useState<SentFile | null>(null);
  const [nodes, setNodes] = useState<SentFile | null>(null);
  const [directed, setDirected] = useState(false);
  const received = { file: file?.file ?? '', nodes: nodes?.file ?? null, directed };
  const look = useMutation({ mutationFn: () => previewNetwork(partnership, received) });
  return (
    <PartnersFrame
      partnership={partnership}
      here="Bring a network in"
      title="Bring a network in from a file"
      lede="Nothing is kept until you have seen what would come."
    >
      {mine === null || !mayEditPlace(mine.role) ? (
        <p>A co-ordinator or an analyst of your partnership brings networks in.</p>
      ) : (
        <ol className="wizard">
          <li>
            <h2>Choose the files</h2>
            <FileField
              partnership={partnership}
              label="Network"
              hint="GEXF, GraphML, or a CSV with the columns source and target, and weight if ties differ. At most 16 MB."
              accept=".csv,.tsv,.txt,.gexf,.graphml,.xml"
              sent={file}
              onSent={(sent) => {
                setFile(sent);
                look.reset();
              }}
            />
            <FileField
              partnership={partnership}
              label="List of nodes (CSV), if you have one"
              hint="With the column id, and label, sector and others as you like. Only beside a CSV of ties."
              sent={nodes}
              onSent={(sent) => {
                setNodes(sent);
                look.reset();
              }}
            />
            <label className="check">
              <input
                type="checkbox"
                checked={directed}
                onChange={(event) => {
                  setDirected(event.target.checked);
                  look.reset();
                }}
              />{' '}
              A tie leads from its source to its target (GEXF and GraphML say so themselves)
            </label>
          </li>
          {file !== null && (
            <li>
              <h2>Look at what would come</h2>
              <Problems error={look.error} />
              {look.data === undefined ? (
                <Button tone="primary" disabled={look.isPending} onClick={() => look.mutate()}>
                  Read the file
                </Button>
              ) : (
                <Seen preview={look.data} />
              )}
            </li>
          )}
          {look.data?.problemCount === 0 && (
            <Keep
              key={look.data.title}
              partnership={partnership}
              preview={look.data}
              received={received}
            />
          )}
        </ol>
      )}
    </PartnersFrame>
  );
}

function Seen({ preview }: { preview: Preview }) {
  const { nodes, ties, attributes, directed, sample, notices, problems, problemCount } = preview;
  if (problemCount > 0)
    return (
      <Notice
        tone="bad"
        title={`${count(problemCount, 'thing needs', 'things need')} mending first`}
      >
        <ProblemTable problems={problems} />
        {problemCount > problems.length && <p>The first {problems.length} are shown.</p>}
      </Notice>
    );
  return (
    <>
      <p>
        {count(nodes, 'node', 'nodes')} and {count(ties, 'tie', 'ties')},{' '}
        {directed ? 'with direction' : 'without direction'}
        {attributes.length > 0 && `; known of the nodes: ${list(attributes)}`}.
      </p>
      {notices.length > 0 && (
        <Notice tone="warn" title="Left out">
          <ProblemTable problems={notices} />
        </Notice>
      )}
      <Table
        caption="The first ties"
        rows={sample}
        rowKey={(_, at) => String(at)}
        columns={[
          { title: 'From', heads: true, cell: ({ source }) => source },
          { title: 'To', cell: ({ target }) => target },
          { title: 'Weight', figure: true, cell: ({ weight }) => number(weight, 0) },
        ]}
      />
    </>
  );
}

function ProblemTable({ problems }: { problems: Preview['problems'] }) {
  return (
    <Table
      caption="Row by row"
      rows={problems}
      rowKey={(_, at) => String(at)}
      columns={[
        { title: 'Row', heads: true, cell: ({ where }) => where?.row ?? '–' },
        { title: 'Column', cell: ({ where }) => where?.column ?? '–' },
        { title: 'What to do', cell: ({ code, details }) => problemSentence(code, details) },
      ]}
    />
  );
}

function Keep({
  partnership,
  preview,
  received,
}: {
  partnership: string;
  preview: Preview;
  received: Parameters<typeof previewNetwork>[1];
}) {
  const navigate = useNavigate();
  const [title, setTitle] = useState(preview.title);
  const keep = useMutation({
    mutationFn: () => keepNetwork(partnership, { ...received, title }),
    onSuccess: ({ id }) =>
      navigate({
        to: '/p/$partnership/partners/network',
        params: { partnership },
        search: { network: id },
      }),
  });
  return (
    <li>
      <h2>Keep it</h2>
      <Problems error={keep.error} />
      <TextField label="Name of the network" value={title} onChange={setTitle} maxLength={200} />
      <Button
        tone="primary"
        disabled={keep.isPending || title.trim() === ''}
        onClick={() => keep.mutate()}
      >
        Keep the network
      </Button>
    </li>
  );
}
