import { impactWords, likelihoodWords, riskMatrix, riskScore } from '@freehold/core/cycle';
import { FigureFrame } from '../figure/index.ts';
import { count } from '../words.ts';
import type { Risk } from './calls.ts';
import { MatrixPicture } from './matrix-picture.tsx';
import { bandOf, bandWords } from './words.ts';

/**
 * Risks by likelihood and impact: each stands as its number in the cell that it belongs to, and leads to its line.
 * `risks` are those that stand, in their order.
 */
export function RiskMatrix({ risks, place }: { risks: readonly Risk[]; place: string }) {
  const numbers = new Map(risks.map(({ id }, at) => [id, at + 1]));
  const high = risks.filter((risk) => bandOf(risk) === 'high').length;
  return (
    <FigureFrame
      finding={`${high === 0 ? 'No risk stands' : count(high, 'risk stands', 'risks stand')} in the high corner`}
      measure={`Risks of ${place} by likelihood and impact, each from 1 to 5; a number is a risk of the list below`}
      fileName={`risks - ${place}`}
      table={{
        caption: `Risks of ${place}`,
        columns: [
          { title: 'Risk' },
          { title: 'Number', decimals: 0 },
          { title: 'Likelihood', decimals: 0 },
          { title: 'Impact', decimals: 0 },
          { title: 'Score', decimals: 0 },
          { title: 'Band' },
          { title: 'Status' },
          { title: 'Review by' },
        ],
        rows: risks.map((risk) => [
          ...[risk.title, numbers.get(risk.id) ?? null, risk.likelihood, risk.impact],
          ...[riskScore(risk), bandWords[bandOf(risk)], risk.status, risk.reviewOn],
        ]),
      }}
      picture={<MatrixPicture risks={risks} />}
    >
      <table className="risk-matrix">
        <caption className="unseen">Risks by likelihood and impact</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">Impact</span>
            </th>
            {likelihoodWords.map((word, at) => (
              <th key={word} scope="col">
                <span className="step">{at + 1}</span> <span className="word">{word}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {riskMatrix(risks).map((cells) => (
            <tr key={cells[0]?.impact}>
              <th scope="row">
                <span className="step">{cells[0]?.impact}</span>{' '}
                <span className="word">{impactWords[(cells[0]?.impact ?? 1) - 1]}</span>
              </th>
              {cells.map((cell) => (
                <td key={cell.likelihood} className={`risk-${cell.band}`}>
                  <span className="score">{cell.score}</span>
                  <span className="marks">
                    {cell.risks.map((risk) => (
                      <a key={risk.id} href={`#risk-${risk.id}`} className="mark">
                        {numbers.get(risk.id)}
                        <span className="unseen">: {risk.title}</span>
                      </a>
                    ))}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft risk-legend">
        Across: how likely. Upwards: how bad. The small figure is the cell’s score;{' '}
        <span className="tag risk-low">Low</span> up to 4,{' '}
        <span className="tag risk-medium">Medium</span> from 5,{' '}
        <span className="tag risk-high">High</span> from 12.
      </p>
    </FigureFrame>
  );
}
