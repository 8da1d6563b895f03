import { day, type Block, type Document } from '../document/index.ts';
import { BarrierStatus, type Barrier } from './barrier.ts';
import { reportOf, type RecoverySetting } from './report.ts';
import { routeTitle } from './route.ts';
import { barrierWords } from './words.ts';

/** What keeps people from remedy here, and what is asked of whom, as a brief for those who can change it. [RC-11] */
export function barriersBrief(setting: RecoverySetting, barriers: readonly Barrier[]): Document {
  const open = barriers.filter(({ status }) => status === 'seen' || status === 'worked-on');
  const asked = open.filter(({ asks }) => asks !== '');
  return reportOf(setting, {
    kind: 'barriers-brief',
    title: 'What keeps people from remedy',
    subtitle: `${setting.place} · ${open.length} of ${barriers.length} barriers open`,
    sections: [
      {
        title: 'What we ask for',
        blocks: [
          asked.length === 0
            ? { kind: 'text', text: 'Nothing is asked of anybody outside the partnership yet.' }
            : {
                kind: 'list',
                items: asked.map(({ title, asks }) => ({ lead: `${title}:`, text: asks })),
              },
        ],
      },
      ...BarrierStatus.options.flatMap((status) => {
        const own = barriers.filter((each) => each.status === status);
        return own.length === 0
          ? []
          : [{ title: barrierWords[status], blocks: own.flatMap(blocksOf) }];
      }),
    ],
    sheet: {
      columns: [
        'status',
        'title',
        'detail',
        'route',
        'affects',
        'owner',
        'asks',
        'reason',
        'seen_on',
      ],
      rows: barriers.map((each) => [
        ...[each.status, each.title, each.detail, each.route, each.affects],
        ...[ownerOf(each), each.asks, each.reason, each.seenOn],
      ]),
    },
  });
}

function blocksOf(barrier: Barrier): readonly Block[] {
  const { title, detail, route, affects, asks, reason, seenOn } = barrier;
  const facts: readonly (readonly [string, string])[] = [
    ['Route', route === '' ? 'several' : routeTitle(route)],
    ['Whom it keeps out', affects],
    ['Who works on it', ownerOf(barrier)],
    ['What is asked', asks],
    ['Why it is settled', reason],
    ['Seen on', day(seenOn)],
  ];
  return [
    { kind: 'heading', text: title },
    ...(detail === '' ? [] : [{ kind: 'text' as const, text: detail }]),
    {
      kind: 'facts',
      facts: facts.filter(([, said]) => said !== '').map(([term, said]) => [term, said]),
    },
  ];
}

function ownerOf({ ownerOrganisation, ownerRole }: Barrier): string {
  const named = [ownerOrganisation, ownerRole].filter((each) => each !== '');
  return named.length === 0 ? 'nobody yet' : named.join(', ');
}
