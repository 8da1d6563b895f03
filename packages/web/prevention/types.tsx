import { useMutation, useQuery } from '@tanstack/react-query';
import { mayCoordinate } from '@freehold/core/access';
import { pathwaySaid, timingSaid } from '@freehold/core/prevention';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { useTopics } from '../plan/plan.ts';
import { usePartnership } from '../session/session.ts';
import { count, day, list as joined } from '../words.ts';
import {
  chooseTypes,
  preventionChanged,
  typesQuery,
  type InterventionType,
  type TypeLists,
} from './calls.ts';
import { PreventionFrame, useHere } from './frame.tsx';
import { ReplaceTypes } from './replace-types.tsx';
import { TypeStatus } from './type-tag.tsx';
import { originWords } from './words.ts';

/** The list of types: where each name comes from, and the versions that one may go back to. */
export function Types() {
  const here = useHere();
  const { partnership } = here;
  const { data, error } = useQuery(typesQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayCoordinate(mine.role);
  const list = data?.list;
  const own = list?.types.filter(({ status }) => status === 'PROPOSED').length ?? 0;
  return (
    <PreventionFrame
      here={here}
      tab="Interventions"
      title={
        list === undefined ? '' : `${own} of ${list.types.length} names of types are proposals`
      }
      {...(list !== undefined && { lede: list.statement })}
      error={error}
      ready={list !== undefined}
    >
      {data !== undefined && list !== undefined && (
        <>
          <p>
            {list.title}, version {list.version}. Download it{' '}
            {['csv', 'xlsx', 'json'].map((format) => (
              <span key={format}>
                {' '}
                <a
                  href={`/api/partnerships/${partnership}/intervention-types/export?format=${format}`}
                  download=""
                >
                  as {format.toUpperCase()}
                </a>
              </span>
            ))}
            .
          </p>
          <TypeTable
            title="Programmes and services"
            types={ofClass(list.types, 'programme')}
            {...{ partnership }}
          />
          <TypeTable
            title="Law and policy, a class apart: the 25 types leave it out"
            types={ofClass(list.types, 'law-policy')}
            {...{ partnership }}
          />
          {may && <ReplaceTypes partnership={partnership} />}
          <Versions partnership={partnership} versions={data.versions} may={may} />
        </>
      )}
    </PreventionFrame>
  );
}

function ofClass(types: readonly InterventionType[], of: InterventionType['class']) {
  return types.filter((each) => each.class === of);
}

function TypeTable({
  title,
  types,
  partnership,
}: {
  title: string;
  types: readonly InterventionType[];
  partnership: string;
}) {
  const topics = useTopics(partnership);
  if (types.length === 0) return null;
  const named = (code: string) => topics.find((topic) => topic.code === code)?.title ?? code;
  return (
    <Table<InterventionType>
      caption={title}
      stacks
      rows={types}
      rowKey={({ code }) => code}
      columns={[
        {
          title: 'Type',
          heads: true,
          cell: (type) => (
            <>
              {type.label} <TypeStatus type={type} />
              <span className="tiny soft block">{originWords(type)}</span>
            </>
          ),
        },
        {
          title: 'Pathways',
          cell: ({ pathways, pathwaysStatus }) =>
            `${joined(pathways.map((code) => pathwaySaid(code)))}${pathwaysStatus === 'PROPOSED' ? ' (proposed)' : ''}`,
        },
        { title: 'Timing', cell: ({ timing }) => joined(timing.map((when) => timingSaid[when])) },
        { title: 'Levels', cell: ({ levels }) => (levels.length === 0 ? '–' : levels.join(', ')) },
        {
          title: 'Topics it answers',
          cell: ({ topics: codes }) => (codes.length === 0 ? '–' : codes.map(named).join('; ')),
        },
      ]}
    />
  );
}

type Version = TypeLists['versions'][number];

function Versions({
  partnership,
  versions,
  may,
}: {
  partnership: string;
  versions: readonly Version[];
  may: boolean;
}) {
  const { offer, offerUndo } = useUndo();
  const choose = useMutation({
    mutationFn: (next: { readonly id: string | null; readonly before: string | null }) =>
      chooseTypes(partnership, next.id),
    onSuccess: async (_, { id, before }) => {
      offerUndo({
        says: 'Another version is in use.',
        undo: () => choose.mutate({ id: before, before: id }),
      });
      await preventionChanged();
    },
  });
  const now = versions.find(({ inUse }) => inUse)?.id ?? null;
  return (
    <section className="stack">
      <h2>{count(versions.length, 'version', 'versions')}; none is ever lost</h2>
      <Undo offer={offer} />
      <Problems error={choose.error} />
      <Table<Version>
        caption="Versions of the list, oldest first"
        stacks
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          { title: 'Version', heads: true, cell: ({ version, title }) => `${version}: ${title}` },
          { title: 'Types', figure: true, cell: ({ types }) => types },
          {
            title: 'From',
            cell: ({ id, byName, madeAt, fileName }) =>
              id === null
                ? 'shipped with Freehold'
                : `${fileName}, by ${byName}${madeAt === null ? '' : ` on ${day(madeAt)}`}`,
          },
          {
            title: 'In use',
            cell: ({ id, inUse, version }) =>
              inUse ? (
                'in use'
              ) : may ? (
                <Button onClick={() => choose.mutate({ id, before: now })}>
                  Go back to it<span className="unseen">: version {version}</span>
                </Button>
              ) : (
                '–'
              ),
          },
        ]}
      />
    </section>
  );
}
