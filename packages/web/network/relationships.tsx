import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { PartnersFrame } from '../directory/frame.tsx';
import { buttonClass } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Empty, Notice } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { count, day, number, percent } from '../words.ts';
import { relationshipsQuery, wavesQuery, type RelationshipsAnswer } from './calls.ts';
import { ScoreFigure } from './score-figure.tsx';
import { levels, partWords } from './words.ts';
import '../look/network.css';

/** How members work together by their own word: ties, trust and value, with how many answered. */
export function Relationships() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/relationships' });
  const search = useSearch({ from: '/p/$partnership/partners/relationships' });
  const navigate = useNavigate({ from: '/p/$partnership/partners/relationships' });
  const waves = useQuery(wavesQuery(partnership));
  const all = waves.data?.waves ?? [];
  const closed = all.filter(({ state }) => state === 'closed');
  const open = all.filter(({ state }) => state === 'open');
  const chosen = search.wave ?? closed[0]?.id;
  const { data, error } = useQuery({
    ...relationshipsQuery(partnership, chosen ?? ''),
    enabled: chosen !== undefined,
  });
  return (
    <PartnersFrame
      partnership={partnership}
      here="Relationships"
      title={data === undefined ? 'Nobody has been asked yet who works with whom' : titleOf(data)}
      error={waves.error}
      ready={
        waves.data !== undefined && (chosen === undefined || data !== undefined || error !== null)
      }
    >
      <Problems error={error} />
      {open.map(({ id, title, finished, targets }) => (
        <Notice key={id} title={`“${title}” is open`}>
          <p>
            {finished} of {targets} have finished. What it gives is shown once it is closed: until
            then, each new answer could be told from the change.
          </p>
        </Notice>
      ))}
      {chosen === undefined && (
        <Empty title="A survey of working relationships shows what the directory cannot">
          <p>
            Each organisation says how closely it works with each other one, how far it trusts it
            and what it brings. Ties are shown with names. Trust and value are only ever means over
            five organisations or more.
          </p>
          <Link to="/p/$partnership/partners" params={{ partnership }} className={buttonClass()}>
            Open Partners, then Surveys
          </Link>
        </Empty>
      )}
      {closed.length > 1 && (
        <Choice
          label="Survey"
          value={chosen ?? ''}
          options={closed.map(({ id, title, closedAt }) => [
            id,
            closedAt === null ? title : `${title}, closed ${day(closedAt)}`,
          ])}
          onChange={(wave) => void navigate({ search: { wave } })}
        />
      )}
      {data !== undefined && <Found partnership={partnership} data={data} />}
    </PartnersFrame>
  );
}

/** "9 of 11 organisations answered; trust 2.9 of 4, value 3.1". */
function titleOf({ result: { confidential } }: RelationshipsAnswer): string {
  const { asked, answered, whole } = confidential;
  const said = (['trust', 'value'] as const).flatMap((measure) => {
    const { value } = whole[measure];
    return value === null ? [] : [`${partWords[measure].toLowerCase()} ${number(value, 1)} of 4`];
  });
  return [`${answered} of ${count(asked, 'organisation', 'organisations')} answered`, ...said].join(
    '; ',
  );
}

function Found({ partnership, data }: { partnership: string; data: RelationshipsAnswer }) {
  const { result, wave, change, scoresOfEach } = data;
  const { ties, confidential } = result;
  const names = new Map(ties.network.nodes.map(({ id, label }) => [id, label]));
  const bounds =
    ties.density.lowest === null || ties.density.highest === null
      ? ''
      : ` (${percent(ties.density.lowest)} to ${percent(ties.density.highest)}, whatever those who did not answer would have said)`;
  return (
    <>
      <p>
        {ties.density.value === null
          ? 'No pair is known.'
          : `${percent(ties.density.value)} of the pairs that are known work together${bounds}.`}{' '}
        {ties.agreed.value !== null &&
          `Where both answered and one sees a tie, both do in ${percent(ties.agreed.value)} of ${count(ties.agreed.n, 'pair', 'pairs')}.`}{' '}
        <Link
          to="/p/$partnership/partners/network"
          params={{ partnership }}
          search={{ network: wave.id }}
        >
          See the network
        </Link>
      </p>
      {change !== null && (
        <p>
          Since “{change.before}”, over the {count(change.matched, 'organisation', 'organisations')}{' '}
          in both: {count(change.added, 'new tie', 'new ties')}, {change.lost} lost,{' '}
          {change.stronger} stronger, {change.weaker} weaker, {change.same} the same.
        </p>
      )}
      <ScoreFigure
        finding="What organisations think of each other, over all"
        rows={(
          [
            'trust',
            'reliability',
            'mission',
            'openness',
            'value',
            'influence',
            'resources',
            'involvement',
          ] as const
        ).map((measure) => ({ label: partWords[measure], score: confidential.whole[measure] }))}
        asked={confidential.asked}
        answered={confidential.answered}
        wave={wave.title}
      />
      {scoresOfEach ? (
        (['trust', 'value'] as const).map((measure) => (
          <ScoreFigure
            key={measure}
            finding={`${partWords[measure]} by organisation, by the word of the others`}
            rows={confidential.organisations.map(({ organisation, scores }) => ({
              label: names.get(organisation) ?? 'No longer listed',
              score: scores[measure],
            }))}
            asked={confidential.asked}
            answered={confidential.answered}
            wave={wave.title}
          />
        ))
      ) : (
        <p className="small soft">
          Scores of single organisations are seen by those who look after the place. Each
          organisation gets its own on its page back.
        </p>
      )}
      <PairTable ties={ties} names={names} />
      <HowScored />
    </>
  );
}

type Ties = RelationshipsAnswer['result']['ties'];

function PairTable({ ties, names }: { ties: Ties; names: ReadonlyMap<string, string> }) {
  const pairs = ties.pairs.toSorted((a, b) => (b.intensity ?? -1) - (a.intensity ?? -1));
  return (
    <section className="stack">
      <h2>How closely pairs work together</h2>
      <Table
        caption={`${count(pairs.length, 'pair', 'pairs')} of which somebody spoke`}
        rows={pairs}
        rowKey={({ a, b }) => `${a} ${b}`}
        stacks
        columns={[
          { title: 'One', heads: true, cell: ({ a }) => names.get(a) ?? '–' },
          { title: 'The other', cell: ({ b }) => names.get(b) ?? '–' },
          {
            title: 'Intensity, 0 to 4',
            figure: true,
            cell: ({ intensity }) => (intensity === null ? '–' : number(intensity, 1)),
          },
          { title: 'That is', cell: ({ intensity }) => levels[Math.round(intensity ?? 0)] ?? '' },
          { title: 'By whose word', cell: ({ agreement }) => agreementWords[agreement] },
        ]}
      />
    </section>
  );
}

const agreementWords = {
  both: 'both, and they agree whether there is a tie',
  'only-one': 'one; the other did not say',
  contradicting: 'both, and only one sees a tie',
  nobody: 'nobody',
};

function HowScored() {
  return (
    <Method>
      <p>
        Dimensions and levels are those of PARTNER (Varda and others). Trust is the mean of
        reliability, shared mission and openness; value of influence, resources and involvement,
        each from 1 to 4, by organisations that say they work with the one asked about. Several
        people of an organisation have one voice.
      </p>
      <p>
        The thin line of a score reaches from what it would be if all who did not answer had said 1
        to what it would be had they said 4. A score of fewer than five organisations is hidden, and
        so is another where it would give the first away. Scores are worked out once, after the
        survey is closed, and do not move when an answer is taken out later. That five is the least
        is our proposal.
      </p>
    </Method>
  );
}
