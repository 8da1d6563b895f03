import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Table } from '../parts/table.tsx';
import { day, list } from '../words.ts';
import { topicTitle, type Asset, type TopicName } from './plan.ts';
import { assetKindWord } from './words.ts';

/** The register. What nobody has confirmed for a year says so. */
export function AssetTable({
  assets,
  topics,
  mayEdit,
  busy,
  onEdit,
  onConfirm,
  onRemove,
}: {
  assets: readonly Asset[];
  topics: readonly TopicName[];
  mayEdit: boolean;
  busy: boolean;
  onEdit: (asset: Asset) => void;
  onConfirm: (asset: Asset, today: string) => void;
  onRemove: (asset: Asset) => void;
}) {
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  return (
    <Table
      caption="By name. Only assets with consent are named in the report."
      rows={assets}
      rowKey={({ id }) => id}
      stacks
      columns={[
        {
          title: 'Asset',
          heads: true,
          cell: (asset) => (
            <>
              {asset.name}
              <div className="small soft regular">
                {assetKindWord(asset.kind)}
                {asset.topics.length > 0 &&
                  ` for ${list(asset.topics.map((code) => topicTitle(topics, code)))}`}
              </div>
            </>
          ),
        },
        {
          title: 'How one gets to it',
          cell: ({ accessRoute, capacity }) => (
            <>
              {accessRoute === '' ? '–' : accessRoute}
              {capacity !== '' && <div className="soft">{capacity}</div>}
            </>
          ),
        },
        { title: 'Looked after by', cell: ({ owner }) => (owner === '' ? '–' : owner) },
        {
          title: 'Last confirmed',
          cell: ({ lastConfirmed }) => <Confirmed on={lastConfirmed} today={today} />,
        },
        {
          title: 'State',
          cell: ({ used, consentToList }) => (
            <span className="row tags">
              <span className={used ? 'tag good' : 'tag'}>{used ? 'In use' : 'Unused'}</span>
              {!consentToList && <span className="tag">Not listed</span>}
            </span>
          ),
        },
        ...(mayEdit
          ? [
              {
                title: 'Change',
                cell: (asset: Asset) => (
                  <span className="row tight">
                    <Button tone="quiet" onClick={() => onEdit(asset)}>
                      Edit<span className="unseen"> {asset.name}</span>
                    </Button>
                    {asset.lastConfirmed !== today && (
                      <Button tone="quiet" disabled={busy} onClick={() => onConfirm(asset, today)}>
                        Confirm<span className="unseen"> {asset.name}</span>
                      </Button>
                    )}
                    <Button tone="quiet" disabled={busy} onClick={() => onRemove(asset)}>
                      Remove<span className="unseen"> {asset.name}</span>
                    </Button>
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Confirmed({ on, today }: { on: string | null; today: string }) {
  if (on === null) return <span className="tag warn">never</span>;
  const old = Date.parse(today) - Date.parse(on) > 365 * 86_400_000;
  return (
    <>
      {day(on)} {old && <span className="tag warn">over a year ago</span>}
    </>
  );
}
