import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayCoordinate } from '@freehold/core/access';
import type { MappingRow, Verdict } from '@freehold/core/framework';
import { queries } from '../api.ts';
import { Button, buttonClass } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Empty, Notice } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count } from '../words.ts';
import {
  frameworksQuery,
  keepMapping,
  mappingQuery,
  type Between,
  type FrameworkListed,
  type MappingShown,
} from './calls.ts';
import { mappingSearch } from './search.ts';
import { byCode } from './group.ts';
import { JudgeDialog } from './judge.tsx';
import { MappingTable } from './mapping-table.tsx';
import { stateWords, statementUnder, verdictWords } from './words.ts';
import '../look/framework.css';

/** What became of each indicator between two versions, and so which answers carry over. */
export function MappingPage() {
  const { partnership } = useParams({ from: '/p/$partnership/frameworks/mapping' });
  const search = useSearch({ from: '/p/$partnership/frameworks/mapping' });
  const navigate = useNavigate({ from: '/p/$partnership/frameworks/mapping' });
  const { data, error, isPending } = useQuery(frameworksQuery(partnership));
  useCrumbs(
    { words: 'Frameworks', to: `/p/${partnership}/frameworks` },
    { words: 'What changed between versions' },
  );
  if (isPending) return <Loading what="the versions" />;
  const versions = data === undefined ? [] : choices(data.frameworks);
  const from = versions.find(({ id }) => id === search.from) ?? versions[1] ?? versions[0];
  const to = versions.find(({ id }) => id === search.to) ?? versions[0];
  const options = versions.map(({ id, words }) => [id, words] as const);
  const choose = (change: Partial<Between>) =>
    void navigate({
      search: (now) => mappingSearch({ ...now, from: from?.id, to: to?.id, ...change }),
      replace: true,
    });
  return (
    <Page
      title="What changed between two versions"
      lede="Answers carry over where an indicator stayed the same. Where its meaning changed they cannot be compared, and the question is asked anew."
    >
      <Problems error={error} />
      {from === undefined || to === undefined || versions.length < 2 ? (
        <Empty title="There is nothing to compare yet">
          <p>
            Two versions are needed. Export one, change it, and import it: it becomes a version of
            your own, and what was changed in it stands here.
          </p>
          <p>
            <Link
              className={buttonClass('primary')}
              to="/p/$partnership/frameworks"
              params={{ partnership }}
            >
              See the frameworks
            </Link>
          </p>
        </Empty>
      ) : (
        <>
          <div className="row mapping-choice">
            <Choice
              label="From"
              hint={statementUnder(from.title, from.statement)}
              value={from.id}
              options={options}
              onChange={(id) => choose({ from: id })}
            />
            <Choice
              label="To"
              hint={statementUnder(to.title, to.statement)}
              value={to.id}
              options={options}
              onChange={(id) => choose({ to: id })}
            />
          </div>
          {from.id === to.id ? (
            <Notice>Choose two different versions.</Notice>
          ) : (
            <Between
              key={`${from.id} ${to.id}`}
              partnership={partnership}
              between={{ from: from.id, to: to.id }}
              shared={from.shared && to.shared}
            />
          )}
        </>
      )}
    </Page>
  );
}

function Between({
  partnership,
  between,
  shared,
}: {
  partnership: string;
  between: Between;
  shared: boolean;
}) {
  const { data, error, isPending } = useQuery(mappingQuery(partnership, between));
  const { show } = useSearch({ from: '/p/$partnership/frameworks/mapping' });
  const navigate = useNavigate({ from: '/p/$partnership/frameworks/mapping' });
  const role = usePartnership(partnership)?.role ?? null;
  const may = role !== null && mayCoordinate(role) && !shared;
  const [judged, judge] = useState<MappingRow | null>(null);
  const keep = useMutation({
    mutationFn: (mapping: MappingShown['mapping']) => keepMapping(partnership, between, mapping),
    onSuccess: (kept) => {
      queries.setQueryData(mappingQuery(partnership, between).queryKey, kept);
      judge(null);
    },
  });
  if (isPending) return <Loading what="what changed" />;
  if (data === undefined) return <Problems error={error} />;
  const { rows } = data.mapping;
  const changed = rows.filter(isTold);
  const shownRows = show === 'all' ? rows : changed;
  return (
    <section className="stack">
      <h2>{finding(rows)}</h2>
      <p className="soft">
        {tally(rows)}
        {data.kept
          ? '. Kept as your partnership judged it.'
          : '. Proposed from the definitions; nobody has judged it yet.'}
      </p>
      <Choice
        label="Show"
        value={show ?? ''}
        options={[
          ['', `Only what changed (${changed.length})`],
          ['all', `Every indicator (${rows.length})`],
        ]}
        onChange={(all) =>
          void navigate({
            search: (now) => mappingSearch({ ...now, show: all }),
            replace: true,
            resetScroll: false,
          })
        }
      />
      {shownRows.length > 0 && (
        <MappingTable rows={shownRows} titles={data.titles} onJudge={may ? judge : null} />
      )}
      {judged === null && <Problems error={keep.error} />}
      {may && !data.kept && (
        <div className="tools">
          <Button
            tone="primary"
            disabled={keep.isPending}
            onClick={() => keep.mutate(data.mapping)}
          >
            Keep this as judged
          </Button>
        </div>
      )}
      {judged !== null && (
        <JudgeDialog
          row={judged}
          titles={data.titles}
          error={keep.error}
          busy={keep.isPending}
          onClose={() => judge(null)}
          onJudge={(row) =>
            keep.mutate({
              ...data.mapping,
              rows: rows.map((each) => (each === judged ? row : each)),
            })
          }
        />
      )}
    </section>
  );
}

type VersionChoice = {
  readonly id: string;
  readonly words: string;
  readonly title: string;
  readonly statement: string;
  readonly shared: boolean;
};

function choices(frameworks: readonly FrameworkListed[]): readonly VersionChoice[] {
  return byCode(frameworks).flatMap(({ versions }) =>
    versions.map(({ id, version, title, statement, state, shared }) => ({
      id,
      title,
      statement,
      shared,
      words: [
        title,
        `version ${version}`,
        shared && 'shared',
        state !== 'published' && stateWords[state].toLowerCase(),
      ]
        .filter((part) => part !== false)
        .join(', '),
    })),
  );
}

/** Is there something to say of it? Also of what people have judged the same. */
function isTold({ verdict, changed, note }: MappingRow): boolean {
  return verdict !== 'same' || changed.length > 0 || note !== '';
}

function finding(rows: readonly MappingRow[]): string {
  const old = rows.filter(({ from }) => from !== null);
  const carry = old.filter(({ verdict }) => verdict === 'same' || verdict === 'moved').length;
  if (carry === rows.length) return 'Every answer carries over';
  return `${carry} of ${count(old.length, 'indicator', 'indicators')} ${carry === 1 ? 'carries its' : 'carry their'} answers over`;
}

function tally(rows: readonly MappingRow[]): string {
  const verdicts: readonly Verdict[] = ['same', 'moved', 'cannot-compare', 'new', 'gone'];
  return verdicts
    .map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length] as const)
    .filter(([, n]) => n > 0)
    .map(([verdict, n]) => `${n} ${verdictWords[verdict][0].toLowerCase()}`)
    .join(' · ');
}
