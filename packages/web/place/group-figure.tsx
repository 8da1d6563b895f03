import { useQuery } from '@tanstack/react-query';
import { AreaMap, GroupPlot } from '../figure/index.ts';
import { Notice } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { citation } from '@freehold/core/source';
import { boundariesQuery, type Group, type Measure, type Position } from './calls.ts';
import { groupFinding, mapFinding, noGroupWords } from './words.ts';

/** Where a place stands in its group, as a strip and as a map. */
export function GroupFigure({
  partnership,
  measure,
  group,
  position,
}: {
  partnership: string;
  measure: Measure;
  group: Group;
  position: Position;
}) {
  const { place } = position;
  const own = position.members.find((member) => member.own) ?? null;
  if (position.group === null) {
    return (
      <Notice tone="warn" title="This group is not shown">
        <p>{noGroupWords[position.reason ?? 'group-too-small']}</p>
      </Notice>
    );
  }
  const { q1, median, q3, label } = position.group;
  const source = position.source === null ? '' : citation(position.source);
  const shared = {
    measure: [measure.title, measure.unit, position.period]
      .filter((part) => part !== '')
      .join(' · '),
    unit: measure.unit,
    decimals: measure.decimals,
    source,
    detection: measure.detection,
  };
  return (
    <>
      <GroupPlot
        {...shared}
        finding={groupFinding(measure, position.group)}
        fileName={`${place.name} ${measure.code} group`}
        members={position.members}
        own={own}
        q1={q1}
        median={median}
        q3={q3}
      />
      <GroupMap
        partnership={partnership}
        place={place}
        group={group}
        members={position.members}
        finding={mapFinding(measure.title, label)}
        {...shared}
      />
      <Method>
        <p>
          The group is {label}. Quartiles are of type 7 over the places that have a value; the place
          itself is one of them. Where a publisher gives no interval and the counts behind a value
          are known, Freehold works out Wilson’s for shares and Byar’s for rates, at 95%; a bare
          count has none. Hidden counts take no part.
        </p>
      </Method>
    </>
  );
}

function GroupMap({
  partnership,
  place,
  group,
  members,
  ...figure
}: {
  partnership: string;
  place: Position['place'];
  group: Group;
  members: Position['members'];
  finding: string;
  measure: string;
  unit: string;
  decimals: number;
  source: string;
  detection: boolean;
}) {
  const parent = group.kind === 'same-parent' ? group.parent : null;
  const { data } = useQuery(boundariesQuery(partnership, place.type, parent));
  const values = new Map(members.map((member) => [member.id, member]));
  const features = (data?.features ?? []).filter(
    ({ properties: { id } }) => group.kind !== 'chosen' || values.has(id),
  );
  const valued = features.filter(({ properties: { id } }) => values.has(id));
  if (valued.length < 2) return null;
  return (
    <AreaMap
      {...figure}
      fileName={`${place.name} map`}
      own={place.id}
      values={values}
      features={features.map(({ properties, geometry }) => ({
        id: properties.id,
        name: properties.name,
        geometry,
        href: `/p/${partnership}/places/${properties.id}`,
      }))}
    />
  );
}
