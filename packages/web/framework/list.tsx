import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { mayCoordinate } from '@freehold/core/access';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, day } from '../words.ts';
import { frameworksQuery, type VersionListed } from './calls.ts';
import { byCode, type FrameworkGroup } from './group.ts';
import { FrameworkTitle, VersionTag } from './title.tsx';
import '../look/framework.css';

/** Every framework that the partnership can review by, with its versions. */
export function FrameworkList() {
  const { partnership } = useParams({ from: '/p/$partnership/frameworks' });
  const { data, error, isPending } = useQuery(frameworksQuery(partnership));
  const role = usePartnership(partnership)?.role ?? null;
  const may = role !== null && mayCoordinate(role);
  useCrumbs({ words: 'Frameworks' });
  if (isPending) return <Loading what="the frameworks" />;
  const frameworks = byCode(data?.frameworks ?? []);
  const bring = may && (
    <Link
      className={buttonClass('primary')}
      to="/p/$partnership/frameworks/import"
      params={{ partnership }}
    >
      Import a framework
    </Link>
  );
  return (
    <Page
      title={data === undefined ? 'Frameworks' : title(frameworks)}
      lede="A framework is what a review asks: levels, topics, and indicators with five worded anchors, from 0 (not yet in place) to 4 (mature practice)."
      action={frameworks.length > 0 ? bring : undefined}
    >
      <Problems error={error} />
      {data !== undefined && frameworks.length === 0 && (
        <Empty title="There is no framework here yet">
          <p>
            A review needs one. Freehold brings its own when it starts; if it is missing, ask who
            runs this installation. A co-ordinator can also import one from an XLSX or JSON file.
          </p>
          {bring !== false && <div>{bring}</div>}
        </Empty>
      )}
      {frameworks.map((each) => (
        <FrameworkSection key={each.code} framework={each} partnership={partnership} />
      ))}
      {frameworks.length > 0 && <AboutVersions may={may} />}
    </Page>
  );
}

function FrameworkSection({
  framework: { code, versions },
  partnership,
}: {
  framework: FrameworkGroup;
  partnership: string;
}) {
  const [newest, older] = versions;
  return (
    <section className="stack">
      <FrameworkTitle title={newest?.title ?? code} statement={newest?.statement ?? ''} />
      <Table
        caption={`Newest first. Code ${code}.`}
        rows={versions}
        rowKey={({ id }) => id}
        stacks
        columns={[
          {
            title: 'Version',
            heads: true,
            cell: (each) => (
              <Link
                to="/p/$partnership/frameworks/$version"
                params={{ partnership, version: each.id }}
              >
                Version {each.version}
              </Link>
            ),
          },
          { title: 'State', cell: ({ state }) => <VersionTag state={state} /> },
          { title: 'Whose', cell: ({ shared }) => (shared ? 'shared by everybody' : 'your own') },
          { title: 'Topics', figure: true, cell: ({ topics }) => topics },
          { title: 'Indicators', figure: true, cell: ({ indicators }) => indicators },
          { title: 'Since', cell: since },
        ]}
      />
      {newest !== undefined && older !== undefined && (
        <p className="small">
          <Link
            to="/p/$partnership/frameworks/mapping"
            params={{ partnership }}
            search={{ from: older.id, to: newest.id }}
          >
            What changed from version {older.version} to version {newest.version}
          </Link>
        </p>
      )}
    </section>
  );
}

function since({ state, madeAt, publishedAt, retiredAt }: VersionListed): string {
  if (state === 'retired') return `retired ${day(retiredAt ?? madeAt)}`;
  return state === 'published' ? `published ${day(publishedAt ?? madeAt)}` : `made ${day(madeAt)}`;
}

function AboutVersions({ may }: { may: boolean }) {
  return (
    <section className="stack-tight">
      <h2>How a framework changes</h2>
      <p>
        A published version never changes, so that a review can still be read years later with the
        words people rated by. To change something, export a version, edit the file, and import it:
        that makes a draft of your own, which {may ? 'you publish' : 'a co-ordinator publishes'}{' '}
        when it is right. A version that is no longer wanted is retired; its reviews stay.
      </p>
    </section>
  );
}

function title(frameworks: readonly FrameworkGroup[]): string {
  const versions = frameworks.flatMap((each) => each.versions);
  const ready = frameworks.filter((each) => each.versions.some(isPublished)).length;
  const drafts = versions.filter(({ state }) => state === 'draft').length;
  if (frameworks.length === 0) return 'No framework to review by yet';
  const first = `${count(ready, 'framework', 'frameworks')} to review by`;
  return drafts === 0 ? first : `${first}, and ${count(drafts, 'draft', 'drafts')} to publish`;
}

function isPublished({ state }: VersionListed): boolean {
  return state === 'published';
}
