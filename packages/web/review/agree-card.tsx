import { DotPlot } from '../figure/index.ts';
import { Figure } from '../parts/number.tsx';
import { count, day, number } from '../words.ts';
import { AgreeForm } from './agree-form.tsx';
import type { AgreeingIndicator, ReviewAt } from './review.ts';
import { agreementWords, answerWords, heldWords, scaleLabels } from './words.ts';

/** Everything about one question: how the agencies answered and why, what is measured, what is agreed. */
export function AgreeCard({
  at,
  indicator,
  raters,
  single,
  may,
}: {
  at: ReviewAt;
  indicator: AgreeingIndicator;
  raters: number;
  single: boolean;
  may: boolean;
}) {
  const { question, ratings, measured, anchors } = indicator;
  const asked = anchors.length > 0;
  const silent = asked && single ? raters - ratings.length : 0;
  return (
    <div className="agree-card stack-wide">
      <p className="agree-question">{question}</p>
      {asked && (single ? <Dots indicator={indicator} /> : <Together indicator={indicator} />)}
      {silent > 0 && (
        <p className="small soft">{count(silent, 'rater has', 'raters have')} not answered this.</p>
      )}
      {measured !== null && <Measured measured={measured} />}
      {ratings.length > 0 && <Said at={at} ratings={ratings} anchors={anchors} />}
      {!asked && measured === null && (
        <p className="soft">
          This value comes from data, and none has been imported for this place.
        </p>
      )}
      {asked && may && <AgreeForm key={indicator.code} at={at} indicator={indicator} />}
      {asked && !may && <Agreed indicator={indicator} />}
    </div>
  );
}

/** What may be said where the single ratings are not the reader's to see. */
export function Together({ indicator }: { indicator: AgreeingIndicator }) {
  const { held, agencies } = indicator;
  if (held) {
    return (
      <div className="stack-tight">
        <p className="strong">{heldWords}.</p>
        <p className="small soft">
          {count(agencies, 'agency', 'agencies')} gave a point of the scale. Figures of so few would
          tell who said what, so only the co-ordinator, who leads the talk, sees them. What is
          agreed is shown to everybody.
        </p>
      </div>
    );
  }
  return (
    <div className="stack-tight">
      <p>{agreementWords(indicator)}.</p>
      <p className="small soft">
        {count(agencies, 'agency', 'agencies')} gave a point of the scale. Who said what is shown to
        the co-ordinator, who leads the talk.
      </p>
    </div>
  );
}

/** The ratings by agency as a dot plot; `large` for the wall. */
export function Dots({
  indicator,
  large = false,
}: {
  indicator: AgreeingIndicator;
  large?: boolean;
}) {
  const { code, title, ratings, median, quartiles, agreed } = indicator;
  const on = agreed === null || Number.isNaN(Number(agreed.answer)) ? null : Number(agreed.answer);
  return (
    <DotPlot
      large={large}
      finding={closeness(indicator)}
      measure={`${title}: ratings by agency, 0 to 4`}
      fileName={`ratings-${code}`}
      points={ratings.map(({ agency, roleTitle, answer }) => ({
        // Several raters of one agency are told apart by their roles.
        label:
          roleTitle !== '' && ratings.filter((each) => each.agency === agency).length > 1
            ? `${agency}, ${roleTitle}`
            : agency,
        value: answer === 'na' || answer === 'dk' ? null : Number(answer),
        note:
          answer === 'na' || answer === 'dk'
            ? answerWords(answer, scaleLabels).toLowerCase()
            : roleTitle,
      }))}
      scaleLabels={scaleLabels}
      median={median}
      quartiles={quartiles}
      agreed={on}
    />
  );
}

/** How far apart the answers lie, in a sentence. */
export function closeness({
  ratings,
  spread,
  disagreement,
}: Pick<AgreeingIndicator, 'ratings' | 'spread' | 'disagreement'>): string {
  const points = ratings.map(({ answer }) => Number(answer)).filter((n) => !Number.isNaN(n));
  if (points.length === 0) return 'Nobody has given a point of the scale';
  if (disagreement === null || spread === null) return 'One agency has answered';
  if (spread === 0) return 'All agencies say the same';
  const [least, most] = [Math.min(...points), Math.max(...points)];
  if (spread <= 1) return 'The agencies are within one step of each other';
  return `The answers run from ${least} to ${most}`;
}

function Measured({ measured }: { measured: NonNullable<AgreeingIndicator['measured']> }) {
  const { score, value, period, by, title, unit, source, placeName } = measured;
  return (
    <section className="stack-tight">
      <h3>What is measured</h3>
      <p>
        {title}: <Figure value={value} unit={unit} date={period} source={source} />
        {placeName !== '' && <span className="small soft"> {placeName}</span>}
      </p>
      {score !== null && (
        <p className="small soft">
          That is {number(score, 0)} of 4{' '}
          {by === 'bands'
            ? 'by the framework’s fixed bands'
            : 'by its fifth of the comparison group'}
          . It stands beside the ratings and is not one of them.
        </p>
      )}
    </section>
  );
}

function Said({
  at,
  ratings,
  anchors,
}: {
  at: ReviewAt;
  ratings: AgreeingIndicator['ratings'];
  anchors: readonly string[];
}) {
  return (
    <section className="stack-tight">
      <h3>What each agency says</h3>
      <ul className="said">
        {ratings.map((rating, index) => (
          <li key={`${rating.agency}-${rating.roleTitle}-${index}`}>
            <span className="strong">{rating.agency}</span>
            {rating.roleTitle !== '' && <span className="soft">, {rating.roleTitle}</span>}:{' '}
            {answerWords(rating.answer, scaleLabels)}
            <span className="small soft">{restsOn(rating)}</span>
            {anchors[Number(rating.answer)] !== undefined && (
              <span className="small soft said-anchor">{anchors[Number(rating.answer)]}</span>
            )}
            {rating.comment !== '' && <q className="said-comment">{rating.comment}</q>}
            {rating.link !== '' && (
              <a href={rating.link} rel="noreferrer" target="_blank" className="small">
                {rating.link}
              </a>
            )}
            {rating.files.map((file) => (
              <a
                key={file.id}
                className="small"
                download
                href={`/api/partnerships/${at.partnership}/evidence/${file.id}`}
              >
                {file.name}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function restsOn({
  grade,
  confidence,
}: Pick<AgreeingIndicator['ratings'][number], 'grade' | 'confidence'>): string {
  const parts = [grade && `evidence ${grade}`, confidence && `${confidence} confidence`].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? '' : ` · ${parts.join(', ')}`;
}

/** What was agreed, to read. */
export function Agreed({ indicator: { agreed } }: { indicator: AgreeingIndicator }) {
  if (agreed === null) return <p className="soft">No score has been agreed for this question.</p>;
  return (
    <section className="stack-tight">
      <h3>Agreed: {answerWords(agreed.answer, scaleLabels)}</h3>
      {agreed.rationale !== '' && <p>{agreed.rationale}</p>}
      {agreed.dissent !== '' && (
        <p>
          <span className="strong">Dissent:</span> {agreed.dissent}
        </p>
      )}
      <p className="small soft">
        Written down by {agreed.byName} on {day(agreed.at)}
      </p>
    </section>
  );
}
