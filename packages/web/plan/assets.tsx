import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { highGapNoAsset } from '@freehold/core/review';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { profileQuery } from '../review/review.ts';
import { count } from '../words.ts';
import { AssetForm } from './asset-form.tsx';
import { AssetTable } from './asset-table.tsx';
import { Cover } from './cover.tsx';
import { PlanFrame } from './frame.tsx';
import { assetsQuery, gapsQuery, planChanged, usePlan, useTopics, type Asset } from './plan.ts';
import { Undo, useUndo } from '../parts/undo.tsx';

/** What a place can build on: the register, and where it does not meet the gaps. */
export function Assets() {
  const { partnership } = useParams({ from: '/p/$partnership/plan/assets' });
  const search = useSearch({ from: '/p/$partnership/plan/assets' });
  const plan = usePlan(partnership, search.place);
  const names = useTopics(partnership);
  const at = { partnership, place: plan.place?.id ?? '' };
  const enabled = plan.place !== null;
  const { data, error } = useQuery({ ...assetsQuery(at), enabled });
  const gaps = useQuery({ ...gapsQuery(at), enabled });
  const scores = useQuery({
    ...profileQuery({ partnership, review: plan.review?.id ?? '' }),
    enabled: plan.review !== null,
  });
  const [form, setForm] = useState<Asset | 'new' | null>(null);
  const { offer, offerUndo } = useUndo();
  const change = useMutation({
    mutationFn: ({ asset, json }: { asset: Asset; json: Change; says: string; undo: Change }) =>
      got(
        api.partnerships[':partnership'].assets[':asset'].$patch({
          param: { partnership, asset: asset.id },
          json,
        }),
      ),
    onSuccess: async (_, { asset, says, json, undo }) => {
      offerUndo({
        says,
        undo: () => change.mutate({ asset, json: undo, says: `Undone: ${says}`, undo: json }),
      });
      await planChanged();
    },
  });
  const assets = data?.assets ?? [];
  const scored = scores.data?.profile.topics ?? [];
  const topics = names.map(({ code, title }) => ({
    code,
    title,
    score: scored.find((topic) => topic.code === code)?.score ?? null,
  }));
  const bare = highGapNoAsset(topics, gaps.data?.gaps ?? [], assets);
  return (
    <PlanFrame
      partnership={partnership}
      place={search.place}
      plan={plan}
      here="Assets"
      title={title(plan.place?.name ?? '', assets.length, bare.length)}
      error={error ?? gaps.error}
      ready={data !== undefined && gaps.data !== undefined}
      action={
        plan.mayEdit && assets.length > 0 ? (
          <Button tone="primary" onClick={() => setForm('new')}>
            Add an asset
          </Button>
        ) : undefined
      }
    >
      <Undo offer={offer} />
      <Problems error={change.error} />
      {assets.length === 0 ? (
        <Empty title="An asset is something to build on">
          <p>
            A drop-in that people trust, an officer who speaks Romanian, a legal duty, a fund, a
            mosque with a kitchen. Write down who looks after it and how one gets to it, and confirm
            it once a year.
          </p>
          {plan.mayEdit && (
            <div>
              <Button tone="primary" onClick={() => setForm('new')}>
                Add the first asset
              </Button>
            </div>
          )}
        </Empty>
      ) : (
        <AssetTable
          assets={assets}
          topics={names}
          mayEdit={plan.mayEdit}
          busy={change.isPending}
          onEdit={setForm}
          onConfirm={(asset, on) =>
            change.mutate({
              asset,
              json: { lastConfirmed: on },
              undo: { lastConfirmed: asset.lastConfirmed },
              says: `Confirmed today: ${asset.name}.`,
            })
          }
          onRemove={(asset) =>
            change.mutate({
              asset,
              json: { removed: true },
              undo: { removed: false },
              says: `Removed: ${asset.name}.`,
            })
          }
        />
      )}
      <Cover topics={topics} assets={assets} gaps={gaps.data?.gaps ?? []} bare={bare} />
      {form !== null && (
        <AssetForm
          at={at}
          asset={form === 'new' ? null : form}
          topics={names}
          onClose={() => setForm(null)}
        />
      )}
    </PlanFrame>
  );
}

type Change = { lastConfirmed?: string | null; removed?: boolean };

/** "Harbourside has 12 assets; 3 topics with a high gap have none". */
function title(place: string, assets: number, bare: number): string {
  const said =
    assets === 0
      ? `No asset of ${place} is written down yet`
      : `${place} has ${count(assets, 'asset', 'assets')} to build on`;
  return bare === 0
    ? said
    : `${said}; ${count(bare, 'topic with a high gap has', 'topics with a high gap have')} none`;
}
